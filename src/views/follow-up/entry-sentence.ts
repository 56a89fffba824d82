import { calendarDay } from '../../dates/calendar-day.ts';
import { reasonInWords } from '../../followup/closing-reasons.ts';
import { daysText } from '../../followup/days-text.ts';
import {
  type ContactAttempt,
  type FieldChange,
  type HistoryEntry,
  TERMINAL_STATES,
} from '../../followup/follow-up.ts';
import { spokenState } from '../../followup/spoken-state.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { recurrenceWords } from './recurrence-words.ts';

const fieldWords: Readonly<Record<string, string>> = {
  caseCode: 'case',
  modality: 'modality',
  bodySite: 'body site',
  contrast: 'contrast',
  windowDays: 'window',
  firstTargetOn: 'first date',
  anchor: 'counted from',
  recurrence: '',
  targetOn: 'date',
  attempts: '',
  plannedOn: 'planned date',
  appointmentOn: 'appointment',
  examOn: 'exam',
  reportReference: 'report',
  reviewedBy: 'read by',
  ownerId: 'owner',
  backupId: 'backup',
  snoozedUntilOn: 'quiet until',
  reason: '',
  proof: 'proof',
  witness: 'on the word of',
};

/** What was done, by whom and when, in one line: `*Completed* by @ada, 23 Feb at 09:12: exam 20 February 2027, …`. */
export function entrySentence({ action, by, atMs, changes }: HistoryEntry): string {
  const facts = changes.flatMap(closingParts).flatMap(fact);
  return `*${deed(action)}* by <@${by}>, ${instant(atMs)}${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`;
}

/** What somebody did: nobody died or declined "by" the person who closed the scan. */
function deed(action: string): string {
  if (action === 'anchor-moved') return 'Day from which it counts moved';
  const words = spokenState(action);
  if (action !== 'completed' && TERMINAL_STATES.some((state) => state === action))
    return `Closed as ${words}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** In the reader's own zone; the text behind is for where Slack does not render it. */
export function instant(atMs: number): string {
  const fallback = new Date(atMs).toISOString().slice(0, 16).replace('T', ' ');
  return `<!date^${Math.floor(atMs / 1000)}^{date_short_pretty} at {time}|${fallback} UTC>`;
}

/** What a closing is made of is told part by part; what the line says anyway is left out. */
function closingParts(change: FieldChange): FieldChange[] {
  if (change.field !== 'closing' || typeof change.to !== 'string') return [change];
  const { reason, proof, witness } = JSON.parse(change.to);
  return Object.entries({ reason, proof, witness }).map(([field, to]) => ({
    field,
    from: null,
    to: to as string | null,
  }));
}

function fact({ field, from, to }: FieldChange): string[] {
  const word = fieldWords[field];
  if (field === 'appointmentOn' && to === null && from !== null)
    return [`no appointment (was ${shown(field, from)})`];
  if (word === undefined || to === null) return [];
  const was =
    from === null || ['snoozedUntilOn', 'attempts'].includes(field) ? '' : ` (was ${shown(field, from)})`;
  return [`${word} ${shown(field, to)}${was}`.trimStart()];
}

function shown(field: string, value: string | number): string {
  const text = String(value);
  if (field === 'anchor') {
    const { label, on } = JSON.parse(text);
    return `${label}, ${calendarDay(on)}`;
  }
  if (field === 'recurrence') return recurrenceWords(JSON.parse(text));
  if (field === 'attempts') return lastAttempt(text);
  if (field === 'windowDays') return daysText(Number(value));
  if (field === 'reason') return escapeMrkdwn(reasonInWords(text));
  if (field.endsWith('On')) return calendarDay(text);
  if (['ownerId', 'backupId', 'reviewedBy', 'witness'].includes(field)) return `<@${text}>`;
  return escapeMrkdwn(text);
}

function lastAttempt(attempts: string): string {
  const logged: ContactAttempt[] = JSON.parse(attempts);
  const last = logged.at(-1);
  return last ? `${last.way} on ${calendarDay(last.on)}, ${logged.length} logged in all` : 'none';
}
