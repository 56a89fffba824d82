import type { MessageBlock } from '../../command.ts';
import type { FollowUp, HistoryEntry, Occurrence } from '../../followup/follow-up.ts';
import { actions, button, context, header, sections } from '../block.ts';
import { scanName } from '../reminder-words.ts';
import { followUpIds } from './action-ids.ts';
import { datesAhead } from './dates-ahead.ts';
import { entrySentence } from './entry-sentence.ts';
import { dateInSeries } from './scan-sentence.ts';

/** Lines of some 250 characters each, of the 13,000 that a message holds. */
const linesOnPage = 40;
/** How many dates before the first open one are shown of a series that is longer than a page. */
const closedBefore = 10;

/** The dates of a series, open or closed, in their order; a single date stands on its card already. */
export function followUpDates(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  todayOn: string,
): MessageBlock[] {
  const ahead = datesAhead(followUp, occurrences.length);
  if (occurrences.length < 2) return ahead === null ? [] : [context(ahead)];
  const firstOpen = occurrences.findIndex(({ closing }) => closing === null);
  const latest = occurrences.length - linesOnPage;
  const from = Math.max(0, Math.min(latest, firstOpen < 0 ? latest : firstOpen - closedBefore));
  const shown = occurrences.slice(from, from + linesOnPage);
  const lines = shown.map((occurrence) => `${occurrence.number + 1}. ${dateInSeries(occurrence, todayOn)}`);
  const hidden = occurrences.length - shown.length;
  return [
    ...sections(lines.join('\n')),
    ...(hidden > 0
      ? [
          context(
            `${shown.length} of ${occurrences.length} dates. \`/imt-followup export csv\` has them all.`,
          ),
        ]
      : []),
    ...(ahead === null ? [] : [context(ahead)]),
  ];
}

/** What was done with a follow-up: the latest page first, each oldest first; each line says of which date. */
export function followUpHistory(
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  entries: readonly HistoryEntry[],
  { page, reference }: { page: number; reference: string },
): MessageBlock[] {
  const dateOf = new Map(occurrences.map(({ id, number }) => [id, `date ${number + 1}: `]));
  const end = Math.max(0, entries.length - (page - 1) * linesOnPage);
  const start = Math.max(0, end - linesOnPage);
  const lines = entries
    .slice(start, end)
    .map((entry) => `• ${dateOf.get(entry.occurrenceId ?? '') ?? ''}${entrySentence(entry)}`);
  return [
    header(`History of ${scanName(followUp)}`),
    ...sections(lines.join('\n')),
    ...(start > 0
      ? [
          context(`Entries ${start + 1} to ${end} of ${entries.length}.`),
          actions(
            button(
              'Earlier',
              followUpIds.history,
              `${reference} ${page + 1}`,
              `Earlier of ${scanName(followUp)}`,
            ),
          ),
        ]
      : []),
  ];
}
