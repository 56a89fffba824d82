import type { HistoryEntry } from '../followup/follow-up.ts';
import type { Scan } from '../followup/follow-up-records.ts';
import { section } from './block.ts';
import { entrySentence } from './follow-up/entry-sentence.ts';
import { scanCard } from './follow-up/scan-card.ts';
import { scanSentence } from './follow-up/scan-sentence.ts';
import type { ReminderMessage } from './reminder.ts';
import { reminderMenu } from './reminder-buttons.ts';
import { reminderReference } from './reminder-reference.ts';
import { peopleOf } from './reminder-words.ts';

/** One scan that a message told of, as it stands now. */
export interface RedrawnScan {
  scan: Scan;
  todayOn: string;
  /** What was last done with it; undefined when nobody has acted on it. */
  lastAct: HistoryEntry | undefined;
}

/** What a reminder that was posted earlier shows once somebody has acted: who did what, and no buttons where it is closed. */
export function redrawnReminder(scans: readonly RedrawnScan[]): ReminderMessage {
  const [first] = scans;
  if (first === undefined) throw new RangeError('a reminder is about one scan or more');
  if (scans.length > 1) return list(scans);
  const { scan, todayOn, lastAct } = first;
  return { text: 'Follow-up scan', blocks: scanCard(scan, todayOn, acted(lastAct)) };
}

function list(scans: readonly RedrawnScan[]): ReminderMessage {
  const open = scans.filter(({ scan }) => scan.occurrence.closing === null).length;
  const lines = scans.map(({ scan, todayOn, lastAct }) => {
    const { followUp, occurrence } = scan;
    const text = [...acted(lastAct), scanSentence(scan, todayOn), peopleOf(followUp)].join('\n');
    if (occurrence.closing !== null) return section(text);
    return { ...section(text), accessory: reminderMenu(reminderReference(followUp.board, occurrence.id)) };
  });
  return {
    text: `${scans.length} follow-up scans`,
    blocks: [section(`*${scans.length} follow-up scans, ${open} open*`), ...lines],
  };
}

const acted = (entry: HistoryEntry | undefined) => (entry ? [`${entrySentence(entry)}.`] : []);
