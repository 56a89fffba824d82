import { dateInZone } from './calendar-date.ts';
import type { CLOSING_REASONS } from './closing-reasons.ts';
import type { Occurrence } from './follow-up.ts';
import { windowOf } from './scan-window.ts';

/** Counts of scans; `rate` is null while nothing has matured. */
export interface HonestRate {
  /** Those whose planned window is over. */
  matured: number;
  /** Of these: done within the planned window, with a report or its reference elsewhere. */
  provenInWindow: number;
  /** Of these: proven, but outside the planned window. */
  provenOutside: number;
  /** Of these: done elsewhere on somebody's word. */
  witnessedOnly: number;
  /** Of these: still open, whether booked or not. */
  open: number;
  /** Not counted: never owed, no longer owed before the window was over, or the patient has died. */
  leftOut: number;
  /** Of those left out: entered by mistake or twice, so that nobody ever recommended them. */
  neverOwed: number;
  /** Of those left out: the patient has died. */
  died: number;
  /** How many of the matured had their date moved by hand; the planned date counts all the same. */
  movedByHand: number;
  rate: number | null;
}

/**
 * How many of the scans that had matured by a calendar date were proven in their window. The window is that of
 * the planned date, so that moving a date mends no figure; booked counts as open; closing as "not necessary",
 * "superseded" or "moved" counts only when it was done before the window was over, by the calendar of the IANA zone.
 * What was entered by mistake or twice was no scan, whenever that was found: it is left out, and counted as such.
 *
 * @example
 * honestRate(occurrences, '2027-06-01', 'Europe/Berlin').rate //=> 0.75, of 3 proven among 4 matured
 */
export function honestRate(
  occurrences: readonly Occurrence[],
  todayOn: string,
  timeZone: string,
): HonestRate {
  const over = occurrences.filter((one) => plannedWindow(one).closesOn < todayOn);
  const owed = over.filter((one) => !isLeftOut(one, timeZone));
  const proven = owed.filter(isProven);
  const provenInWindow = proven.filter((one) => {
    const { opensOn, closesOn } = plannedWindow(one);
    return one.examOn !== null && one.examOn >= opensOn && one.examOn <= closesOn;
  }).length;
  return {
    matured: owed.length,
    provenInWindow,
    provenOutside: proven.length - provenInWindow,
    witnessedOnly: owed.filter(
      (one) => one.closing?.state === 'completed-elsewhere' && one.closing.proof === null,
    ).length,
    open: owed.filter(({ closing }) => closing === null).length,
    leftOut: over.length - owed.length,
    neverOwed: over.filter(wasNeverOwed).length,
    died: over.filter(({ closing }) => closing?.state === 'deceased').length,
    movedByHand: owed.filter(({ targetOn, plannedOn }) => targetOn !== plannedOn).length,
    rate: owed.length === 0 ? null : provenInWindow / owed.length,
  };
}

const neverRecommended: readonly string[] = [
  'entered by mistake',
  'duplicate',
] satisfies (typeof CLOSING_REASONS)['not-clinically-necessary' | 'superseded'][number][];

const noLongerOwed: readonly string[] = ['not-clinically-necessary', 'superseded', 'moved-care'];

function isLeftOut(occurrence: Occurrence, timeZone: string): boolean {
  const { closing } = occurrence;
  if (closing === null) return false;
  if (closing.state === 'deceased' || wasNeverOwed(occurrence)) return true;
  const closedOn = dateInZone(closing.atMs, timeZone);
  return noLongerOwed.includes(closing.state) && closedOn <= plannedWindow(occurrence).closesOn;
}

function wasNeverOwed({ closing }: Occurrence): boolean {
  return closing?.reason != null && neverRecommended.includes(closing.reason);
}

function isProven({ closing }: Occurrence): boolean {
  return (
    closing?.state === 'completed' || (closing?.state === 'completed-elsewhere' && closing.proof !== null)
  );
}

const plannedWindow = ({ plannedOn, windowDays }: Occurrence) =>
  windowOf({ targetOn: plannedOn, windowDays });
