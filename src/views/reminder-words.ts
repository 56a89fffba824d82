import { calendarDay } from '../dates/calendar-day.ts';
import { daysBetween } from '../followup/add-span.ts';
import type { FollowUp, Occurrence, RecipientRole } from '../followup/follow-up.ts';
import { windowOf } from '../followup/scan-window.ts';
import { statusOn } from '../followup/status-on.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { failureInWords } from './failure-in-words.ts';

/** One scan that somebody is reminded of. */
export interface Reminded {
  followUp: FollowUp;
  occurrence: Occurrence;
  /** The date where the reader is. */
  todayOn: string;
  /** As what the reader is told. */
  role: RecipientRole;
  /** Set when the reader is told because another could not be: the id of that person or channel, Slack's reason. */
  notDelivered: { to: string; code: string } | null;
  /** Set when the reader is told because this person gave it to them. */
  assignedBy?: string | null;
}

/** As `CT chest with contrast for CASE-12`. */
export function scanName({ modality, bodySite, contrast, caseCode }: FollowUp): string {
  const how =
    contrast === null ? '' : contrast === 'both' ? ' with and without contrast' : ` ${contrast} contrast`;
  return escapeMrkdwn(`${modality} ${bodySite}${how} for ${caseCode}`);
}

/** What is the matter with it, in one sentence that begins with its name. */
export function reminderSentence(reminded: Reminded): string {
  const { followUp, occurrence, todayOn, notDelivered } = reminded;
  const name = `*${scanName(followUp)}*`;
  const { opensOn, closesOn } = windowOf(occurrence);
  const { appointmentOn } = occurrence;
  const sentence = () => {
    const bookedBefore = appointmentOn !== null && appointmentOn < todayOn;
    if (statusOn(occurrence, todayOn) === 'overdue') {
      const days = daysBetween(closesOn, todayOn);
      const overdue = `${name} is overdue: its window closed on ${calendarDay(closesOn)}, ${days === 1 ? 'yesterday' : `${days} days ago`}.`;
      return bookedBefore
        ? `${overdue} It was booked for ${calendarDay(appointmentOn)}. Was it done?`
        : overdue;
    }
    if (bookedBefore) return `${name} was booked for ${calendarDay(appointmentOn)}. Was it done?`;
    if (appointmentOn !== null) {
      const late = appointmentOn > closesOn ? `, after its window closed on ${calendarDay(closesOn)}` : '';
      return `${name} is booked for ${calendarDay(appointmentOn)}${late}.`;
    }
    if (opensOn === closesOn) return `${name} is due on ${calendarDay(opensOn)}.`;
    return `${name} is due between ${calendarDay(opensOn)} and ${calendarDay(closesOn)}.`;
  };
  return [sentence(), ...assigned(reminded), ...(notDelivered ? [undelivered(notDelivered)] : [])].join('\n');
}

/** Who has it, and as what the reader is told. */
export function reminderPeople({ followUp, role }: Reminded): string {
  const why: Record<RecipientRole, string> = {
    owner: '',
    backup: ' · you are told as the backup',
    'board-lead': ' · you are told as the board lead',
    channel: ' · told here to the whole board',
  };
  return peopleOf(followUp) + why[role];
}

/** Who has it, and who stands behind. */
export function peopleOf({ ownerId, backupId }: Pick<FollowUp, 'ownerId' | 'backupId'>): string {
  return `Owner <@${ownerId}> · backup <@${backupId}>`;
}

function assigned({ assignedBy, role }: Reminded): string[] {
  return assignedBy ? [`<@${assignedBy}> made you its ${role}.`] : [];
}

function undelivered({ to, code }: { to: string; code: string }): string {
  const whom = /^[CG]/.test(to) ? `<#${to}>` : `<@${to}>`;
  return `⚠ I could not tell ${whom}: ${failureInWords(code)}. It stays open until somebody closes it: give it to somebody who can be reached.`;
}
