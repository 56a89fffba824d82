import type { MessageBlock } from '../../command.ts';
import { calendarDay } from '../../dates/calendar-day.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import { actions, button, context, sections } from '../block.ts';
import { reminderButtons } from '../reminder-buttons.ts';
import { reminderReference } from '../reminder-reference.ts';
import { peopleOf, scanName } from '../reminder-words.ts';
import { followUpIds } from './action-ids.ts';
import { recurrenceWords } from './recurrence-words.ts';
import { closedBriefly, scanSentence } from './scan-sentence.ts';

/** One date with all that can be done with it; `lines` say first what has just happened. */
export function scanCard({ followUp, occurrence }: Scan, todayOn: string, lines: readonly string[] = []) {
  const reference = reminderReference(followUp.board, occurrence.id);
  const about = scanName(followUp);
  const stands = lines.length > 0 && occurrence.closing !== null ? closedBriefly : scanSentence;
  const history = button('History', followUpIds.history, reference, `History of ${about}`);
  const others =
    occurrence.closing === null
      ? [
          button('Move date…', followUpIds.reschedule, reference, `Move date… ${about}`),
          button('Edit…', followUpIds.edit, reference, `Edit ${about}`),
        ]
      : [button('Reopen…', followUpIds.reopen, reference, `Reopen ${about}`)];
  return [
    ...sections([...lines, stands({ followUp, occurrence }, todayOn)].join('\n')),
    context(`${peopleOf(followUp)}${seriesWords(followUp)}`),
    ...(occurrence.closing === null ? [reminderButtons(reference, about)] : []),
    actions(...others, history),
  ] satisfies MessageBlock[];
}

function seriesWords({ recurrence, anchor }: Scan['followUp']): string {
  const from = anchor === null ? '' : ` · counted from ${anchor.label}, ${calendarDay(anchor.on)}`;
  if (recurrence === null) return from;
  return ` · ${recurrenceWords(recurrence)}${from}`;
}
