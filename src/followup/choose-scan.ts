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

/**
 * The follow-up of a case that is meant. Throws a `UserError` when none fits, or when what was written fits several:
 * then it lists how to name each.
 *
 * @example
 * chooseFollowUp({ caseCode: 'CASE-12' }, [ctChest]) //=> ctChest
 */
export function chooseFollowUp(choice: ScanChoice, ofCase: readonly FollowUp[]): FollowUp {
  const { caseCode } = choice;
  const fitting = fittingFollowUps(choice, ofCase);
  const [only, another] = fitting;
  if (only !== undefined && another === undefined) return only;
  const names = new Set(fitting.map(nameOf));
  throw new UserError(
    names.size > 1
      ? `${caseCode} has several follow-ups. Write which: ${waysToName(caseCode, fitting)}.`
      : `${caseCode} has ${[...names][0]} more than once. Write \`/imt-followup list\` and press the button of the one you mean.`,
  );
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
    const ofDay = occurrences.find(({ targetOn }) => targetOn === scanOn);
    if (ofDay) return { followUp, occurrence: ofDay };
    throw new UserError(
      `${caseCode} has no ${nameOf(followUp)} on ${scanOn}. Write \`/imt-followup show ${caseCode}\` for its dates.`,
    );
  }
  const fitting = occurrences
    .filter(({ closing }) => (closing === null) === (wanted === 'open'))
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
