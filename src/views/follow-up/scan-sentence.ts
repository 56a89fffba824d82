import type { Scan } from '../../followup/follow-up-records.ts';
import { statusOn } from '../../followup/status-on.ts';
import { calendarDay } from '../calendar-day.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { reminderSentence, scanName } from '../reminder-words.ts';
import { instant } from './entry-sentence.ts';

/** How one date stands, in a sentence that begins with its name. */
export function scanSentence({ followUp, occurrence }: Scan, todayOn: string): string {
  if (occurrence.closing !== null) return closedSentence({ followUp, occurrence });
  const sentence = reminderSentence({ followUp, occurrence, todayOn, role: 'channel', notDelivered: null });
  const quiet = occurrence.snoozedUntilOn;
  const snoozed = quiet !== null && quiet > todayOn ? ` Quiet until ${calendarDay(quiet)}.` : '';
  return `${sentence} _${statusOn(occurrence, todayOn)}_${snoozed}`;
}

/** What closed it: who, when, and what shows it. */
function closedSentence({ followUp, occurrence }: Scan): string {
  const { closing, examOn, reportReference, reviewedBy, targetOn } = occurrence;
  if (closing === null) return '';
  const shows = [
    examOn === null ? null : `exam ${calendarDay(examOn)}`,
    reportReference === null ? null : `report ${escapeMrkdwn(reportReference)}`,
    reviewedBy === null ? null : `read by <@${reviewedBy}>`,
    closing.proof === null ? null : `proof ${escapeMrkdwn(closing.proof)}`,
    closing.witness === null ? null : `on the word of <@${closing.witness}>`,
    closing.reason === null ? null : escapeMrkdwn(closing.reason),
  ].filter((one) => one !== null);
  const state = closing.state.replaceAll('-', ' ');
  const facts = shows.length > 0 ? `: ${shows.join(', ')}` : '';
  return `*${scanName(followUp)}* of ${calendarDay(targetOn)} is closed (${state}) by <@${closing.by}>, ${instant(closing.atMs)}${facts}.`;
}
