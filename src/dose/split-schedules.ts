import { countAmounts, isYear } from './count-amounts.ts';
import { DoseError } from './dose-error.ts';
import { isBoost } from './is-boost.ts';
import { isPause } from './refuse-pause.ts';
import type { Token } from './token.ts';

const most = 10;
const comma = { kind: 'comma', text: ',' } as const;
const plus = { kind: 'plus', text: ',' } as const;

/**
 * Cuts a comparison into its schedules: at `vs`, `;`, new lines, and at those commas behind which a new
 * schedule begins (`54/27, 20/10`), not at those that go on (`54 Gy, 27 fractions`).
 * Throws a `DoseError` when one side of a `vs` is empty or when there are more schedules than can be shown.
 *
 * @example
 * splitSchedules(tokenise('54/27, 20/10, 60/30 Gy')).length; // 3
 */
export function splitSchedules(tokens: readonly Token[]): Token[][] {
  const separators = tokens.filter((token) => token.kind === 'versus');
  const sides = cut(tokens, (token) => token.kind === 'versus');
  // Lines and semicolons may be left hanging; a `vs` asks for two sides.
  const asksForSides = (at: number) => /\p{L}/u.test(separators[at]?.text ?? '');
  const schedules = sides.filter((side, at) => {
    if (side.length > 0) return true;
    if (!asksForSides(at - 1) && !asksForSides(at)) return false;
    throw new DoseError(
      'PHASE_INCOMPLETE',
      'One side of `vs` is empty. Write two schedules, as `54 Gy/27F vs 20 Gy/10F`.',
    );
  });
  const all = schedules.flatMap(splitAtCommas);
  if (all.length <= most) return all;
  throw new DoseError(
    'TOO_MANY_REGIMENS',
    `These are ${all.length} schedules; ${most} can be compared at once. Leave some out.`,
  );
}

/** The separators are dropped. */
function cut<T>(items: readonly T[], separates: (item: T, at: number) => boolean): T[][] {
  const parts: T[][] = [[]];
  for (const [at, item] of items.entries()) {
    if (separates(item, at)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

function splitAtCommas(tokens: Token[]): Token[][] {
  const schedules: Token[][] = [];
  for (const part of cut(tokens, (token) => token.kind === 'comma')) {
    if (part.length === 0) continue;
    const open = schedules.at(-1);
    const continues = part[0]?.kind === 'plus' || isBoost(part[0]);
    const starts = !continues && (countAmounts(part) > 1 || isNamedWithYear(part));
    const closed = open && (countAmounts(open) > 1 || isNamedWithYear(open));
    const at = (part[0]?.at ?? 1) - 1;
    // The comma stays between, so that "54 Gy, each 2 Gy" is not "54 Gy each".
    if (open && !(starts && closed)) open.push({ ...comma, at }, ...part);
    else if (open && (addsPhase(part) || isPause(open.at(-1)))) open.push({ ...plus, at }, ...part);
    else schedules.push(part);
  }
  return schedules;
}

/** `sequential boost 9 Gy/5F`, `cone down 9 Gy/5F`, `9 Gy/5F boost`: one phase, which says that it follows another. */
function addsPhase(part: readonly Token[]): boolean {
  // "SIB 55 Gy/25F" follows nothing, and is refused as it is behind "+".
  if (part[0]?.kind === 'simultaneous') return true;
  if (countAmounts(part) > 3 || part.some(({ kind }) => joins.includes(kind))) return false;
  const first = part.findIndex(({ kind }) => kind === 'number');
  const isAhead = part.slice(0, first).some((token) => isBoost(token) || follows(token));
  return isAhead || isBoost(part.at(-1));
}

const joins: readonly Token['kind'][] = ['plus', 'with', 'and'];

function follows({ kind, text }: Token): boolean {
  return kind === 'word' && /^(?:cone|cone-?down|additional|extra|further)$/i.test(text);
}

/** `Lee 2006`: words and a year, and nothing that is an amount. */
function isNamedWithYear(tokens: readonly Token[]): boolean {
  const year = tokens.at(-1);
  return tokens.length > 1 && isYear(year) && tokens.slice(0, -1).every((token) => token.kind === 'word');
}
