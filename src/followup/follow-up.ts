/**
 * What is kept of follow-up imaging. Only facts are kept; whether a scan is due or overdue is
 * computed from them on the day that somebody asks, so that it can never be out of date.
 * Everything here is JSON as it stands: times are epoch milliseconds (`…AtMs`), dates are
 * calendar dates as `2027-02-23` (`…On`), people are Slack user ids. It is long because it is
 * the one page that says what is kept.
 */

/** A board is the conversation in which it meets. */
export interface Board {
  teamId: string;
  channelId: string;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

/** A length of calendar time, as 3 months. */
export interface CalendarSpan {
  amount: number;
  unit: CalendarUnit;
}

/** How a series goes on after its first date; `untilOn` is the last day that may be planned. */
export interface Recurrence {
  every: number;
  unit: CalendarUnit;
  untilOn: string | null;
}

/** The day from which a plan counts, as "end of radiotherapy". */
export interface Anchor {
  label: string;
  on: string;
}

export const CONTRASTS = ['with', 'without', 'both'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** One scan that was decided on, once or as a series; its dates are its occurrences. */
export interface FollowUp {
  id: string;
  board: Board;
  /** Opaque: letters, a hyphen, up to six digits, as `CASE-12`. */
  caseCode: string;
  modality: string;
  bodySite: string;
  contrast: Contrast | null;
  ownerId: string;
  /** Somebody other than the owner. */
  backupId: string;
  anchor: Anchor | null;
  /** The surveillance template that the dates were copied from. */
  templateId: string | null;
  /** The date of occurrence 0. Each later date counts from this one, never from the one before. */
  firstTargetOn: string;
  recurrence: Recurrence | null;
  /** How many days before and after its date a scan counts as on time. */
  windowDays: number;
  createdBy: string;
  createdAtMs: number;
  /** Grows by one with each change; a writer who read an older one is told so. */
  version: number;
}

export const TERMINAL_STATES = [
  'completed',
  'completed-elsewhere',
  'not-clinically-necessary',
  'declined',
  'deceased',
  'moved-care',
  'lost-to-follow-up',
  'superseded',
] as const;
export type TerminalState = (typeof TERMINAL_STATES)[number];

/** Why and by whom an occurrence was closed. */
export interface Closing {
  state: TerminalState;
  /** One of the reasons that `closing-reasons.ts` lists for this state. */
  reason: string | null;
  /** Who closed it: a person, never the app. */
  by: string;
  atMs: number;
  /** For completed elsewhere: where the proof is found. */
  proof: string | null;
  /** For completed elsewhere without proof: the user id of who vouches for it. */
  witness: string | null;
}

export const CONTACT_WAYS = ['phone', 'letter', 'email', 'referrer', 'visit'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** One logged attempt to reach the patient or the referrer. */
export interface ContactAttempt {
  on: string;
  by: string;
  way: ContactWay;
}

/** One date of a follow-up. */
export interface Occurrence {
  id: string;
  followUpId: string;
  /** From 0, in the order of the series. */
  number: number;
  /** What the plan says: moves with the anchor, never by hand. */
  plannedOn: string;
  /** The date in force: `plannedOn`, until a person moves it. */
  targetOn: string;
  /** Distance from the anchor for a date that came from a template; null for any other. */
  fromAnchor: CalendarSpan | null;
  windowDays: number;
  /** Days to the next date of the plan; null for a single scan. Short ones have a shorter ladder. */
  intervalDays: number | null;
  appointmentOn: string | null;
  examOn: string | null;
  reportReference: string | null;
  reviewedBy: string | null;
  snoozedUntilOn: string | null;
  /** When it was first asked for quiet: what fell due before stays where it was. */
  snoozedAtMs: number | null;
  attempts: ContactAttempt[];
  closing: Closing | null;
  /** Grows when the ladder starts anew (date moved, reopened), so that its steps are new messages. */
  round: number;
  /** Nothing of this round falls due before this instant. */
  roundStartedAtMs: number;
  version: number;
}

const RECIPIENT_ROLES = ['owner', 'backup', 'board-lead', 'channel'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** One message that falls due. `step` with the occurrence's id names it for good. */
export interface ReminderStep {
  /** As `r0:due` or `r1:overdue-backup`: the round, then the rung. */
  step: string;
  role: RecipientRole;
  dueAtMs: number;
}

/** One rung: who is told, how many days from the target date or from the window's last day. */
export interface LadderRung {
  name: string;
  role: RecipientRole;
  from: 'target' | 'window-end';
  /** Negative before. */
  days: number;
}

/** Hours in which nobody is written to, as `18:00` to `08:00`; equal times mean none. */
interface QuietHours {
  from: string;
  until: string;
}

export interface BoardSettings {
  board: Board;
  boardLeadId: string | null;
  /** The channel's own IANA zone, and the one for people whose zone is not known. */
  timeZone: string;
  ladder: LadderRung[];
  /** After the last rung the board lead is told again at this distance, until somebody closes it. */
  repeatEveryDays: number;
  /** Series that repeat faster than this have their rungs drawn together in proportion. */
  fullLadderIntervalDays: number;
  /** The local time at which messages go out, as `09:00`. */
  sendAt: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  workingDays: number[];
  quietHours: QuietHours;
  /** ISO weekday of the weekly digest. */
  digestDay: number;
  /** How many logged attempts "lost to follow-up" asks for. */
  attemptsBeforeLost: number;
  maxSnoozeDays: number;
  version: number;
}

/** What happened, as the history shows it. */
export interface HistoryEntry {
  followUpId: string;
  occurrenceId: string | null;
  action: string;
  by: string;
  atMs: number;
  /** Field by field: what it was, what it became. */
  changes: FieldChange[];
}

/** What happened to a board itself, as the change of a setting. */
export type BoardEntry = Omit<HistoryEntry, 'followUpId' | 'occurrenceId'>;

export interface FieldChange {
  field: string;
  from: string | number | null;
  to: string | number | null;
}
