import { DoseError } from './dose-error.ts';
import type { Amount } from './phase-notes.ts';

/**
 * Throws a `DoseError` when several doses share the same fractions: `70/63/56 Gy in 35F`, `60 Gy and 54 Gy in 30F`,
 * or any two beside the mark of a simultaneous boost.
 *
 * @example
 * refuseSimultaneous(readAmounts(tokenise('66 Gy and 54 Gy in 30F')).amounts, false); // throws SIMULTANEOUS_LEVELS
 */
export function refuseSimultaneous(amounts: readonly Amount[], marked: boolean): void {
  const [first, second] = amounts;
  const slashed = isLevel(second) && second.before.has('slash');
  if (slashed && isLevel(first) && first.value >= 5 * second.value) {
    throw new DoseError(
      'UNPARSED_TAIL',
      `Is ${second.text} the dose of one fraction? Write \`${first.text} at ${second.text} per fraction\`.`,
    );
  }
  const levels = levelsOf(amounts, marked);
  if (levels.length < 2) return;
  const named = levels.length > 4 ? `${levels.slice(0, 4).join(', ')} …` : listed(levels);
  throw new DoseError(
    'SIMULTANEOUS_LEVELS',
    `${levels.length} dose levels in one course (${named}) cannot be one schedule. Write each as one: \`70 Gy/35F vs 56 Gy/35F\`.`,
  );
}

/** Doses that stand together before the count: `70/63/56 Gy in 35`, or all doses where the text says so. */
function levelsOf(amounts: readonly Amount[], marked: boolean): string[] {
  const doses = amounts.filter(isLevel);
  if (marked && doses.length > 1) return doses.map(({ text }) => text);
  const unit = amounts.findIndex(isLevel);
  const joined = (at: number) => {
    const before = amounts[at]?.before;
    return before !== undefined && (before.has('slash') || before.has('and'));
  };
  let last = Math.max(unit, 0);
  while (isLevel(amounts[last + 1]) && joined(last + 1)) last += 1;
  const together = amounts.slice(0, last + 1);
  if (unit < 0 || together.some(({ kind }) => kind === 'count')) return [];
  if (!together.every((_, at) => at === 0 || joined(at))) return [];
  const counted = amounts.slice(last + 1).some(({ kind }) => kind !== 'dose');
  const allDoses = together.every(isLevel);
  return counted || marked || allDoses ? together.map(({ text }) => text) : [];
}

function listed(levels: readonly string[]): string {
  return `${levels.slice(0, -1).join(', ')} and ${levels.at(-1)}`;
}

function isLevel(amount: Amount | undefined): amount is Amount {
  return amount?.kind === 'dose' && !amount.perFraction;
}
