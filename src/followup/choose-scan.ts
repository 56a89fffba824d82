import { UserError } from '../errors.ts';
import type { FollowUp, Occurrence } from './follow-up.ts';
import type { Scan } from './follow-up-records.ts';
import type { ScanChoice } from './read-scan-request.ts';

/**
 * Those follow-ups of a case that fit what was written. Throws a `UserError` when the case has none on this board, or
 * when none fits: then it lists how to name each.
 *
 * @example
 * fittingFollowUps({ caseCode: 'CASE-12' }, [ctChest, mriAbdomen]) //=> [ctChest, mriAbdomen]
 */
export function fittingFollowUps(choice: ScanChoice, ofCase: readonly FollowUp[]): readonly FollowUp[] {
  const { caseCode, modality, bodySite } = choice;
  if (ofCase.length === 0) {
    throw new UserError(
      `This board has no follow-up of ${caseCode}. Write \`/imt-followup list\` for what it has, or \`/imt-followup add\`.`,
    );
  }
  const fitting = ofCase.filter(
    (one) =>
      (modality === undefined || one.modality === modality) &&
      (bodySite === undefined || one.bodySite === bodySite),
  );
  if (fitting.length > 0) return fitting;
  throw new UserError(`${caseCode} has no such follow-up. Write which: ${waysToName(caseCode, ofCase)}.`);
}

/** A follow-up with all of its dates. */
export interface DatedFollowUp {
  followUp: FollowUp;
  dates: readonly Occurrence[];
}

/**
 * The one of the `fitting` follow-ups that is meant: where the same examination stands twice, the one that has the
 * day that was written, then the one that has a date of the wanted kind, then (of closed ones) the one that was closed
 * last. Throws a `UserError` when several are left: then it lists how to name each.
 *
 * @example
 * chooseFollowUp({ caseCode: 'CASE-12' }, [{ followUp: ctChest, dates }], 'open').followUp //=> ctChest
 */
export function chooseFollowUp(
  { caseCode, scanOn }: ScanChoice,
  fitting: readonly DatedFollowUp[],
  wanted: 'open' | 'closed',
): DatedFollowUp {
  const isOfDay = ({ targetOn }: Occurrence) => scanOn === undefined || targetOn === scanOn;
  const ofDay = those(fitting, isOfDay);
  const names = new Set(ofDay.map(({ followUp }) => nameOf(followUp)));
  if (names.size > 1) {
    const followUps = ofDay.map(({ followUp }) => followUp);
    throw new UserError(
      `${caseCode} has several follow-ups. Write which: ${waysToName(caseCode, followUps)}.`,
    );
  }
  const standing = those(ofDay, (one) => isOfDay(one) && isWanted(one, wanted));
  const [only, another] = standing;
  if (only !== undefined && another === undefined) return only;
  const open = standing.some(({ dates }) => dates.some((one) => isOfDay(one) && one.closing === null));
  const [last] = [...standing].sort((a, b) => closedLastAtMs(b) - closedLastAtMs(a));
  if (last !== undefined && (wanted === 'closed' || !open)) return last;
  throw new UserError(`${caseCode} has ${[...names][0]} more than once. ${waysToTell(caseCode, standing)}`);
}

/** Those with such a date, or all when none has one. */
function those(
  all: readonly DatedFollowUp[],
  isSuch: (one: Occurrence) => boolean,
): readonly DatedFollowUp[] {
  const such = all.filter(({ dates }) => dates.some(isSuch));
  return such.length > 0 ? such : all;
}

const isWanted = ({ closing }: Occurrence, wanted: 'open' | 'closed') =>
  (closing === null) === (wanted === 'open');

const closedLastAtMs = ({ dates }: DatedFollowUp) =>
  Math.max(0, ...dates.map((one) => one.closing?.atMs ?? 0));

/** By a day that each has alone; where one has none, by its button. */
function waysToTell(caseCode: string, same: readonly DatedFollowUp[]): string {
  const own = same.map(({ followUp, dates }) => {
    const others = same.filter((one) => one.followUp.id !== followUp.id).flatMap((one) => one.dates);
    const [first] = dates
      .filter((one) => one.closing === null && others.every(({ targetOn }) => targetOn !== one.targetOn))
      .sort(byTarget);
    return first && `\`${caseCode} ${nameOf(followUp)} scan ${first.targetOn}\``;
  });
  return own.every((one) => one !== undefined)
    ? `Write which: ${own.sort().join(', ')}.`
    : 'Write `/imt-followup list` and press the button of the one you mean. If one was entered twice, close it there as a duplicate.';
}

/**
 * The date that is meant: the one of that day, or without a day the earliest that is open (for reopening: the one
 * that was closed last). Throws a `UserError` when there is none.
 *
 * @example
 * chooseScan({ caseCode: 'CASE-12' }, ctChest, occurrences, 'open').occurrence.number //=> 0
 */
export function chooseScan(
  choice: ScanChoice,
  followUp: FollowUp,
  occurrences: readonly Occurrence[],
  wanted: 'open' | 'closed',
): Scan {
  const { caseCode, scanOn } = choice;
  if (scanOn !== undefined) {
    const allOfDay = occurrences.filter(({ targetOn }) => targetOn === scanOn);
    const ofDay = allOfDay.find((one) => isWanted(one, wanted)) ?? allOfDay[0];
    if (ofDay) return { followUp, occurrence: ofDay };
    throw new UserError(
      `${caseCode} has no ${nameOf(followUp)} on ${scanOn}. Write \`/imt-followup show ${caseCode}\` for its dates.`,
    );
  }
  const fitting = occurrences
    .filter((one) => isWanted(one, wanted))
    .sort(wanted === 'open' ? byTarget : byClosing);
  const [occurrence] = fitting;
  if (occurrence) return { followUp, occurrence };
  throw new UserError(
    wanted === 'open'
      ? `${nameOf(followUp)} for ${caseCode} has no open date. Write \`/imt-followup history ${caseCode}\` for what became of it.`
      : `${nameOf(followUp)} for ${caseCode} has no closed date, so there is nothing to reopen.`,
  );
}

function waysToName(caseCode: string, followUps: readonly FollowUp[]): string {
  const names = [...new Set(followUps.map(nameOf))].sort();
  return names.map((name) => `\`${caseCode} ${name}\``).join(', ');
}

const nameOf = ({ modality, bodySite }: FollowUp) => `${modality} ${bodySite}`;
const byTarget = (a: Occurrence, b: Occurrence) => (a.targetOn < b.targetOn ? -1 : 1);
const byClosing = (a: Occurrence, b: Occurrence) => (b.closing?.atMs ?? 0) - (a.closing?.atMs ?? 0);
