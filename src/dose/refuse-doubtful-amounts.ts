import type { Roles } from './assign-roles.ts';
import { leastGyPerFraction as leastPlausibleGyPerFraction } from './check-plausible.ts';
import { DoseError } from './dose-error.ts';
import type { Amount, PhaseNotes } from './phase-notes.ts';
import { leastGyPerWeeklyFraction, refuseCourseAsFraction } from './refuse-course-as-fraction.ts';

/**
 * Throws a `DoseError` where numbers stand like a dose and a count but may be something else: beside prose
 * (`FEV1 60/30`), with the unit of another thing (`54 mg/27F`), or as a dose of one fraction or of all (`5 fx 7 Gy`).
 *
 * @example
 * const notes = readAmounts(tokenise('BP 120/80'));
 * refuseDoubtfulAmounts(assignRoles(notes), notes, null); // throws NO_REGIMEN_FOUND
 */
export function refuseDoubtfulAmounts(roles: Roles, notes: PhaseNotes, inheritedUnitGy: number | null): void {
  refuseProse(roles, notes, inheritedUnitGy);
  refuseOtherUnit(roles);
  refuseUnclearDose(roles, notes);
  refuseCourseAsFraction(roles, notes);
  refuseSecondPhase(roles, notes);
}

/** `FEV1 60/30`, `BP 120/80`: two bare numbers beside a word that is not of radiotherapy. */
function refuseProse(roles: Roles, notes: PhaseNotes, inheritedUnitGy: number | null): void {
  const bare = inheritedUnitGy === null && notes.amounts.every((amount) => amount.kind === 'bare');
  if (notes.amounts.length > 0 && bare && (notes.ignoredWords.length > 0 || notes.amounts.length === 1)) {
    const [word] = notes.ignoredWords;
    const beside = word ? ` beside "${word.slice(0, 30)}"` : '';
    throw new DoseError(
      'NO_REGIMEN_FOUND',
      `I cannot tell that "${roles.total?.text ?? notes.amounts[0]?.text}"${beside} is a dose. Write its unit, as \`60 Gy/30F\`.`,
    );
  }
}

/**
 * `5 fx 7 Gy` may be 35 Gy or 7 Gy; of `25 fx 50 Gy` only one is ever given. Behind a dose a count is clear, unless
 * so little in one fraction is hardly given: `3 Gy/10F`, `5 Gy 5 fractions`, `10 Gy for 3 fractions`.
 */
function refuseUnclearDose({ total, perFraction, fractions }: Roles, notes: PhaseNotes): void {
  if (total?.kind !== 'dose' || perFraction || !fractions) return;
  const ifEachGy = fractions.value * total.value * total.unitGy;
  if (fractions.value < 2 || ifEachGy > 80 || total.value <= 0) return;
  const isTold = total.total || [...total.before].some((sign) => sign !== 'slash' && sign !== 'for');
  const isUnclear =
    notes.amounts[0] === fractions
      ? fractions.kind === 'count' && !isTold
      : isHardlyGiven((total.value * total.unitGy) / fractions.value, fractions, notes, total.rated === true);
  if (!isUnclear) return;
  throw new DoseError(
    'DOSE_MISSING',
    `Is ${total.text} the dose of one fraction, or of all ${fractions.text}? Write \`${total.text} x ${fractions.text}\` or \`${total.text}/${fractions.text}F\`.`,
  );
}

function isHardlyGiven(
  gyPerFraction: number,
  { before }: Amount,
  { fractionsPerDay = 1, fractionsPerWeek }: PhaseNotes,
  isRated: boolean,
): boolean {
  if (gyPerFraction < leastPlausibleGyPerFraction) return false;
  if (gyPerFraction < 0.5 || before.has('for')) return true;
  const least = isRated && fractionsPerWeek === 1 ? leastGyPerWeeklyFraction : 1.5;
  return gyPerFraction < least && before.size === 0 && (fractionsPerDay === 1 || isRated);
}

/** `45 Gy 9 Gy/5F` agrees as 5 × 9 Gy by chance, where `9 Gy/5F` is a second phase; of `60 Gy 2 Gy/30F` that cannot be. */
function refuseSecondPhase({ total, perFraction, fractions }: Roles, { amounts }: PhaseNotes): void {
  if (!total || !perFraction || !fractions || amounts.length !== 3) return;
  const inOrder = amounts[0] === total && amounts[1] === perFraction && amounts[2] === fractions;
  const isTold = perFraction.perFraction || perFraction.before.size > 0;
  const leastGyPerFraction = 1;
  const canBeAPhase = perFraction.value * perFraction.unitGy >= fractions.value * leastGyPerFraction;
  if (!inOrder || isTold || !canBeAPhase || fractions.before.has('times')) return;
  const count = fractions.text.replace(/\D/g, '');
  throw new DoseError(
    'FRACTIONS_MISSING',
    `Is ${perFraction.text} the dose of each of ${count} fractions, or a phase after ${total.text}? Write \`${perFraction.text} x ${count}\`, or the fractions of both phases with \`+\` between them.`,
  );
}

/** `54 mg/27F` is no dose of radiation, and `50 Gy in 5 Monaten` has no fractions. */
function refuseOtherUnit({ total, perFraction, fractions }: Roles): void {
  for (const dose of [total, perFraction]) {
    if (dose?.kind !== 'bare' || dose.followedBy === undefined) continue;
    throw new DoseError(
      'NO_REGIMEN_FOUND',
      `I cannot tell that "${dose.text} ${dose.followedBy.slice(0, 30)}" is a dose. Write it in Gy or cGy, as \`54 Gy/27F\`.`,
    );
  }
  if (fractions?.kind !== 'bare' || fractions.followedBy === undefined || !fractions.before.has('in')) return;
  // "27 fracions", "27 treatmnts".
  if (/^(?:fr|trea)/i.test(fractions.followedBy)) return;
  throw new DoseError(
    'FRACTIONS_MISSING',
    `Is "${fractions.text} ${fractions.followedBy.slice(0, 30)}" a number of fractions? Write them with F, as \`60 Gy/30F\`.`,
  );
}
