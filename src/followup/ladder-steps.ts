import { addDaysTo } from '../dates/add-days.ts';
import { dateInZone } from './calendar-date.ts';
import type { BoardSettings, FollowUp, Occurrence, RecipientRole, ReminderStep } from './follow-up.ts';
import { type DatedRung, rungDates } from './rung-dates.ts';
import { windowOf } from './scan-window.ts';
import { sendMoment } from './sendable-from.ts';

/** IANA zones by user id; who is not in it has the board's. */
export type TimeZones = Readonly<Record<string, string>>;

type LadderParts = Pick<FollowUp, 'ownerId' | 'backupId'>;

/**
 * Every message that an occurrence brings up to and with an instant (epoch milliseconds), in order of time.
 * A closed occurrence brings none; an open one never stops: behind the last rung the board lead is told again
 * and again. A booking within the window holds back the owner's steps until the day after it. A snooze holds back
 * what falls on or before its last day: the owner is told once when it ends, others are told then, and where several
 * follow each other, no later than the first could have lasted.
 *
 * @example
 * ladderSteps(occurrence, followUp, settings, { U1: 'Europe/Berlin' }, untilMs)
 * //=> [{ step: 'r0:before-due', role: 'owner', dueAtMs: 1802764800000 }, …]
 */
export function ladderSteps(
  occurrence: Occurrence,
  followUp: LadderParts,
  settings: BoardSettings,
  zones: TimeZones,
  untilMs: number,
): ReminderStep[] {
  if (occurrence.closing !== null) return [];
  const startedOn = dateInZone(occurrence.roundStartedAtMs, settings.timeZone);
  const rungs = rungDates(occurrence, settings, startedOn);
  // A day beyond the horizon, for people whose calendar runs ahead of the board's.
  const untilOn = addDaysTo(dateInZone(untilMs, settings.timeZone), 1);
  const repeats = repeatDates(rungs, settings, untilOn);
  const timed = (name: string, asked: RecipientRole, on: string): ReminderStep => {
    const role = asked === 'board-lead' && settings.boardLeadId === null ? 'channel' : asked;
    const timeZone = zones[recipientId(role, followUp, settings) ?? ''] ?? settings.timeZone;
    const dueAtMs = sendMoment(on, timeZone, settings, occurrence.roundStartedAtMs);
    return { step: `r${occurrence.round}:${name}`, role, dueAtMs };
  };
  const steps = [
    // None is sent before its date, and to find the instant of those that lie far ahead costs most of the time.
    ...withoutBooked(occurrence, rungs)
      .filter(({ on }) => on <= untilOn)
      .map(({ name, role, on }) => timed(name, role, on)),
    ...repeats.map((on) => timed(`repeat-${on}`, 'board-lead', on)),
  ];
  const { appointmentOn } = occurrence;
  if (appointmentOn !== null)
    steps.push(timed(`proof-${appointmentOn}`, 'owner', addDaysTo(appointmentOn, 1)));
  return onePerMoment(withSnooze(occurrence, steps, settings, timed)).filter(
    ({ dueAtMs }) => dueAtMs <= untilMs,
  );
}

/**
 * The first message of an occurrence, from an instant (epoch milliseconds) on, that was not sent yet; null only
 * once it is closed. Give the instant at which the last message fell due, or that of the start of the round; never
 * the present, or what fell due while the app was down is passed over. Settings and zones may change between two
 * messages: `sent` keeps a step from coming twice.
 *
 * @example
 * nextStep(occurrence, followUp, settings, {}, lastDueAtMs, new Set(['r0:before-due']))?.step //=> 'r0:due'
 */
export function nextStep(
  occurrence: Occurrence,
  followUp: LadderParts,
  settings: BoardSettings,
  zones: TimeZones,
  fromMs: number,
  sent: ReadonlySet<string>,
): ReminderStep | null {
  if (occurrence.closing !== null) return null;
  const startedOn = dateInZone(occurrence.roundStartedAtMs, settings.timeZone);
  const [firstOn = startedOn] = rungDates(occurrence, settings, startedOn)
    .map(({ on }) => on)
    .sort();
  const quietMs = Math.max(0, Date.parse(`${firstOn}T00:00:00Z`) - fromMs);
  for (let horizonMs = quietMs + 32 * 86_400_000; ; horizonMs *= 2) {
    const steps = ladderSteps(occurrence, followUp, settings, zones, fromMs + horizonMs);
    const next = steps.find(({ step, dueAtMs }) => dueAtMs >= fromMs && !sent.has(step));
    if (next !== undefined) return next;
  }
}

/**
 * The user id behind a role; null for the channel, and for a lead that the board has not named.
 *
 * @example
 * recipientId('backup', { ownerId: 'U1', backupId: 'U2' }, settings) //=> 'U2'
 */
export function recipientId(
  role: RecipientRole,
  { ownerId, backupId }: LadderParts,
  { boardLeadId }: Pick<BoardSettings, 'boardLeadId'>,
): string | null {
  if (role === 'owner') return ownerId;
  if (role === 'backup') return backupId;
  return role === 'board-lead' ? boardLeadId : null;
}

/** Named by their dates, not counted: a changed ladder must not give a new message an old name. */
function repeatDates(
  rungs: readonly DatedRung[],
  { repeatEveryDays }: BoardSettings,
  untilOn: string,
): string[] {
  const lastOn = rungs.reduce((last, { on }) => (on > last ? on : last), '');
  const dates: string[] = [];
  for (let on = addDaysTo(lastOn, repeatEveryDays); on <= untilOn; ) {
    dates.push(on);
    on = addDaysTo(on, repeatEveryDays);
  }
  return dates;
}

function withoutBooked(occurrence: Occurrence, rungs: DatedRung[]): DatedRung[] {
  const { appointmentOn } = occurrence;
  if (appointmentOn === null || appointmentOn > windowOf(occurrence).closesOn) return rungs;
  return rungs.filter(({ from, role, on }) => from !== 'target' || role !== 'owner' || on > appointmentOn);
}

function withSnooze(
  { snoozedUntilOn, snoozedAtMs }: Occurrence,
  steps: ReminderStep[],
  { timeZone, maxSnoozeDays }: BoardSettings,
  timed: (name: string, role: RecipientRole, on: string) => ReminderStep,
): ReminderStep[] {
  if (snoozedUntilOn === null || snoozedAtMs === null) return steps;
  // Who puts it off again and again keeps only themselves from being told.
  const longestOn = addDaysTo(dateInZone(snoozedAtMs, timeZone), maxSnoozeDays);
  const othersOn = longestOn < snoozedUntilOn ? longestOn : snoozedUntilOn;
  const over = (role: RecipientRole) =>
    timed(`snooze-over-${snoozedUntilOn}`, role, role === 'owner' ? snoozedUntilOn : othersOn);
  const held = ({ role, dueAtMs }: ReminderStep) => dueAtMs > snoozedAtMs && dueAtMs <= over(role).dueAtMs;
  const kept = steps
    .filter((step) => step.role !== 'owner' || !held(step))
    .map((step) => (held(step) ? { ...step, dueAtMs: over(step.role).dueAtMs } : step));
  return [...kept, over('owner')];
}

/** Steps that a weekend puts on one moment for the same person become the last of them. */
function onePerMoment(steps: ReminderStep[]): ReminderStep[] {
  const kept = new Map<string, ReminderStep>();
  for (const step of steps) kept.set(`${step.role} ${step.dueAtMs}`, step);
  return [...kept.values()].sort((a, b) => a.dueAtMs - b.dueAtMs);
}
