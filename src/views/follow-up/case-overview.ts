import type { MessageBlock } from '../../command.ts';
import type { FollowUp, HistoryEntry, Occurrence } from '../../followup/follow-up.ts';
import { header, sections } from '../block.ts';
import { scanName } from '../reminder-words.ts';
import { entrySentence } from './entry-sentence.ts';
import { dateInSeries } from './scan-sentence.ts';

/** Every date of a series, open or closed, in their order; a single date stands on its card already. */
export function followUpDates(occurrences: readonly Occurrence[], todayOn: string): MessageBlock[] {
  const lines = occurrences.map(
    (occurrence) => `${occurrence.number + 1}. ${dateInSeries(occurrence, todayOn)}`,
  );
  return lines.length < 2 ? [] : sections(lines.join('\n'));
}

/** All that was done with a follow-up, oldest first; each line says of which date. */
export function followUpHistory(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  entries: readonly HistoryEntry[],
): MessageBlock[] {
  const dateOf = new Map(occurrences.map(({ id, number }) => [id, `date ${number + 1}: `]));
  const lines = entries.map(
    (entry) => `• ${dateOf.get(entry.occurrenceId ?? '') ?? ''}${entrySentence(entry)}`,
  );
  return [header(`History of ${scanName(followUp)}`), ...sections(lines.join('\n'))];
}
