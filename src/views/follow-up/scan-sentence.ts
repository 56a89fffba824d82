import { calendarDay } from '../../dates/calendar-day.ts';
import { reasonInWords } from '../../followup/closing-reasons.ts';
import type { Occurrence } from '../../followup/follow-up.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import { spokenState } from '../../followup/spoken-state.ts';
import { statusOn } from '../../followup/status-on.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { reminderSentence, scanName } from '../reminder-words.ts';
import { instant } from './entry-sentence.ts';

/** How one date of a series stands, in a few words that begin with its day. */
export function dateInSeries(occurrence: Occurrence, todayOn: string): string {
  const { targetOn, appointmentOn, snoozedUntilOn } = occurrence;
  const day = `*${calendarDay(targetOn)}*`;
  if (occurrence.closing !== null) return `${day} closed ${closedHow(occurrence)}`;
  const booked = appointmentOn === null ? [] : [`booked for ${calendarDay(appointmentOn)}`];
  const quiet =
    snoozedUntilOn !== null && snoozedUntilOn > todayOn ? [`quiet until ${calendarDay(snoozedUntilOn)}`] : [];
  return `${day} ${[statusOn(occurrence, todayOn), ...booked, ...quiet].join(', ')}`;
}

/** How one date stands, in a sentence that begins with its name. */
export function scanSentence({ followUp, occurrence }: Scan, todayOn: string): string {
  if (occurrence.closing !== null) return closedSentence({ followUp, occurrence });
  const sentence = reminderSentence({ followUp, occurrence, todayOn, role: 'channel', notDelivered: null });
  const quiet = occurrence.snoozedUntilOn;
  const snoozed = quiet !== null && quiet > todayOn ? ` Quiet until ${calendarDay(quiet)}.` : '';
  return `${sentence}${standing(occurrence, todayOn)}${snoozed}`;
}

/** What the sentence does not say already. */
function standing(occurrence: Occurrence, todayOn: string): string {
  return statusOn(occurrence, todayOn) === 'due' ? ' _Due now._' : '';
}

/** That it is closed, for where the line before tells by whom and on what. */
export function closedBriefly({ followUp, occurrence }: Scan): string {
  const state = occurrence.closing === null ? '' : ` (${spokenState(occurrence.closing.state)})`;
  return `*${scanName(followUp)}* of ${calendarDay(occurrence.targetOn)} is closed${state}.`;
}

function closedSentence({ followUp, occurrence }: Scan): string {
  return `*${scanName(followUp)}* of ${calendarDay(occurrence.targetOn)} is closed ${closedHow(occurrence)}.`;
}

/** What closed it: who, when, and what shows it. */
function closedHow({ closing, examOn, reportReference, reviewedBy }: Occurrence): string {
  if (closing === null) return '';
  const shows = [
    examOn === null ? null : `exam ${calendarDay(examOn)}`,
    reportReference === null ? null : `report ${escapeMrkdwn(reportReference)}`,
    reviewedBy === null ? null : `read by <@${reviewedBy}>`,
    closing.proof === null ? null : `proof ${escapeMrkdwn(closing.proof)}`,
    closing.witness === null ? null : `on the word of <@${closing.witness}>`,
    closing.reason === null ? null : escapeMrkdwn(reasonInWords(closing.reason)),
  ].filter((one) => one !== null);
  const facts = shows.length > 0 ? `: ${shows.join(', ')}` : '';
  return `(${spokenState(closing.state)}) by <@${closing.by}>, ${instant(closing.atMs)}${facts}`;
}
