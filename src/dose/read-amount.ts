import { DoseError } from './dose-error.ts';
import { isBareRate } from './is-bare-rate.ts';
import type { Amount, PhaseNotes } from './phase-notes.ts';
import { setPerDay } from './read-frequency.ts';
import type { Token, TokenKind } from './token.ts';

/**
 * Reads the number at `at` with its unit: a dose (`54 Gy`, `2 Gy/fx`), a count (`27F`) or bare.
 * Returns it and where the reading goes on; throws a `DoseError` for a unit that is not Gy or cGy.
 *
 * @example
 * readAmount(tokenise('54 Gy'), 0, new Set(), readAmounts([])); // [{ kind: 'dose', value: 54, unitGy: 1, … }, 2]
 */
export function readAmount(
  tokens: readonly Token[],
  at: number,
  before: ReadonlySet<TokenKind>,
  notes: PhaseNotes,
): [Amount, number] {
  const token = tokens[at] as Extract<Token, { kind: 'number' }>;
  const { value, decimals, commaThousands } = token;
  const amount: Amount = {
    kind: 'bare',
    value,
    unitGy: 1,
    decimals,
    perFraction: false,
    total: false,
    commaThousands,
    text: token.text,
    before,
  };
  const after = tokens[at + 1];
  if (after?.kind === 'plus') return [amount, at + 1];
  // "27 daily fractions", "30 BID fractions".
  const often = after?.kind === 'daily' ? 1 : after?.kind === 'perDay' ? after.value : null;
  if (often !== null && tokens[at + 2]?.kind === 'fractions') {
    setPerDay(notes, often);
    return [{ ...amount, kind: 'count' }, at + 3];
  }
  if (after?.kind === 'fractions') return [{ ...amount, kind: 'count' }, at + 2];
  if (namesFractions(tokens, at, notes) && after?.kind !== 'unit')
    return [{ ...amount, kind: 'count' }, at + 1];
  if (after?.kind === 'word' && !after.known) return [{ ...amount, followedBy: after.text }, at + 1];
  if (after?.kind !== 'unit') return [amount, at + 1];
  refuseWeekly(tokens, at);
  refuseDoseRate(tokens, at);
  const [perFraction, end] = readPerFraction(tokens, at + 2, notes);
  const text = `${token.text} ${after.text}`;
  return [
    {
      ...amount,
      kind: 'dose',
      text,
      perFraction,
      total: tokens[end]?.kind === 'total',
      ...(isRatedAt(tokens, end) ? { rated: true as const } : {}),
      unitGy: checkedUnitGy(after, token.text),
    },
    end,
  ];
}

/** `fx 27`, `fractions = 27`; but the product of `2 x 27 fractions = 54` is no count. */
function namesFractions(tokens: readonly Token[], at: number, notes: PhaseNotes): boolean {
  const before = tokens[at - 1]?.kind;
  if (before === 'comma') return tokens[at - 2]?.kind === 'fractions';
  if (before !== 'equals') return before === 'fractions';
  return tokens[at - 2]?.kind === 'fractions' && notes.amounts.every(({ kind }) => kind !== 'count');
}

function readPerFraction(tokens: readonly Token[], at: number, notes: PhaseNotes): [boolean, number] {
  const kind = (ahead: number) => tokens[at + ahead]?.kind;
  // "2 Gy each", but "54 Gy, each 2 Gy".
  if (kind(0) === 'each' && kind(2) !== 'unit') return [true, at + 1];
  // "60 Gy in 2 Gy fractions", but "54 Gy fx 27".
  if (kind(0) === 'fractions' && kind(1) !== 'number') return [true, at + 1];
  if (kind(0) === 'daily') {
    notes.fractionsPerDay ??= 1;
    // "54 Gy daily in 27 fractions" is a total, "2 Gy daily" is not.
    return [kind(1) !== 'in' && kind(1) !== 'slash', at + 1];
  }
  // Behind a total and a count, "1.2 Gy BID" can only be the dose of one fraction.
  if (notes.amounts.length > 1 && (kind(0) === 'perDay' || kind(0) === 'often')) return [true, at];
  if (kind(0) !== 'per' && kind(0) !== 'slash') return [false, at];
  if (kind(1) === 'fractions') return [true, at + 2];
  if (kind(1) !== 'day') return [false, at];
  notes.fractionsPerDay ??= 1;
  return [true, at + 2];
}

/** `10 Gy/week` may be five fractions or one. */
function refuseWeekly(tokens: readonly Token[], at: number): void {
  const joint = tokens[at + 2]?.kind;
  if ((joint !== 'per' && joint !== 'slash') || tokens[at + 3]?.kind !== 'week') return;
  throw new DoseError(
    'UNPARSED_TAIL',
    `"${tokens[at]?.text} ${tokens[at + 1]?.text} a week" does not say the dose of one fraction. Write the total and the fractions, as \`60 Gy/30F\`.`,
  );
}

/** `0.5 Gy/h`, `2 Gy/min`. */
function refuseDoseRate(tokens: readonly Token[], at: number): void {
  const joint = tokens[at + 2]?.kind;
  const period = tokens[at + 3]?.text ?? '';
  if (
    (joint !== 'per' && joint !== 'slash') ||
    !/^(?:h|hrs?|hours?|min|minutes?|s|secs?|seconds?)$/i.test(period)
  )
    return;
  throw new DoseError(
    'UNIT_NOT_SUPPORTED',
    `"${tokens[at]?.text} ${tokens[at + 1]?.text} per ${period}" is a dose rate, which is not compared. Write the dose and the fractions, as \`54 Gy/27F\`.`,
  );
}

/** `BID`, `twice daily`, `weekly`, `, 5x/week` right behind a dose. */
function isRatedAt(tokens: readonly Token[], end: number): boolean {
  const at = tokens[end]?.kind === 'comma' || tokens[end]?.kind === 'open' ? end + 1 : end;
  const kind = (ahead: number) => tokens[at + ahead]?.kind;
  if (kind(0) === 'perDay' || kind(0) === 'often' || kind(0) === 'weekly') return true;
  const counted = kind(1) === 'times' || kind(1) === 'fractions';
  return kind(0) === 'number' && (isBareRate(tokens, at) || (counted && isBareRate(tokens, at + 1)));
}

function checkedUnitGy(unit: Extract<Token, { kind: 'unit' }>, number: string): number {
  if (unit.gy !== null) return unit.gy;
  const isRad = /^rads?$/i.test(unit.text);
  throw new DoseError(
    'UNIT_NOT_SUPPORTED',
    isRad
      ? `Doses are compared in Gy or cGy; 1 rad = 1 cGy. Write ${number} cGy.`
      : `Doses in "${unit.text}" are not compared. Write the dose in Gy or cGy, as \`54 Gy/27F\`.`,
  );
}
