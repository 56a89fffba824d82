import type { Roles } from './assign-roles.ts';
import { DoseError } from './dose-error.ts';
import type { PhaseNotes } from './phase-notes.ts';

/** Fractions so large are given, but not to more than this in all. */
const largeGyPerFraction = 10;
const mostGyOfLargeFractions = 100;
const mostGyPerFraction = 40;
/** Once a week, less is hardly given in one fraction. */
export const leastGyPerWeeklyFraction = 4;

/**
 * Throws a `DoseError` where a dose before `x` is rather that of the whole course: `30 Gy x 5` would be 150 Gy, and of
 * `20 Gy weekly x 4` nobody can know. `5 x 20 Gy` and `20 Gy per fraction x 5` say it.
 *
 * @example
 * const notes = readAmounts(tokenise('30 Gy weekly x5'));
 * refuseCourseAsFraction(assignRoles(notes), notes); // throws DOSE_MISSING
 */
export function refuseCourseAsFraction(roles: Roles, notes: PhaseNotes): void {
  refuseBareFraction(roles);
  const { total, perFraction, fractions } = roles;
  if (total || !perFraction || !fractions || notes.amounts[0] !== perFraction) return;
  const eachGy = perFraction.value * perFraction.unitGy;
  const isTold = perFraction.perFraction && perFraction.kind === 'dose' && !notes.fractionsPerDay;
  if (isTold || perFraction.before.has('each') || fractions.value < 2) return;
  if (eachGy < largeGyPerFraction || eachGy > mostGyPerFraction) return;
  const isTooMuch = eachGy * fractions.value > mostGyOfLargeFractions;
  const isWeekly = notes.fractionsPerWeek === 1 && eachGy / fractions.value >= leastGyPerWeeklyFraction;
  if (!isTooMuch && !isWeekly) return;
  const count = fractions.text.replace(/\D/g, '');
  throw new DoseError(
    'DOSE_MISSING',
    `Is ${perFraction.text} the dose of one fraction, or of all ${count}? Write \`${count} x ${perFraction.text}\` or \`${perFraction.text}/${count}F\`.`,
  );
}

/** `54 Gy @ 27` is 27 fractions more likely than two of 27 Gy. */
function refuseBareFraction({ total, perFraction, fractions }: Roles): void {
  if (!total || fractions || perFraction?.kind !== 'bare' || perFraction.value < largeGyPerFraction) return;
  throw new DoseError(
    'FRACTIONS_MISSING',
    `Is ${perFraction.text} the number of fractions, or the dose of one? Write \`${total.text}/${perFraction.text}F\`, or the unit behind ${perFraction.text}.`,
  );
}
