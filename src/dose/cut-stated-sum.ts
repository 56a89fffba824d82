import { countAmounts } from './count-amounts.ts';
import { inGy } from './decide-unit.ts';
import type { Token } from './token.ts';

interface StatedSum {
  totalDoseGy: number;
  /** Only when stated. */
  fractions?: number;
}

const telling = ['equals', 'total', 'to', 'open'];
const between = [...telling, 'per', 'of', 'comma', 'word', 'in'];

/**
 * The sum that may stand behind several phases (`45 Gy/25F + 9 Gy/5F = 54 Gy/30F`), and the last phase without it;
 * none when its end names no sum. Whether it is the sum is for the caller to check.
 *
 * @example
 * cutStatedSum(tokenise('9 Gy/5F = 54 Gy/30F'))?.sum; // { totalDoseGy: 54, fractions: 30 }
 */
export function cutStatedSum(tokens: readonly Token[]): { last: readonly Token[]; sum: StatedSum } | null {
  const bare = bareSum(tokens);
  if (bare) return bare;
  const unit = tokens.findLastIndex(({ kind }) => kind === 'unit');
  const [dose, gray] = [tokens[unit - 1], tokens[unit]];
  if (dose?.kind !== 'number' || gray?.kind !== 'unit' || gray.gy === null) return null;
  let start = unit - 1;
  while (start > 0 && between.includes(tokens[start - 1]?.kind ?? '')) start -= 1;
  const isTold = tokens.slice(start, unit).some(({ kind }) => telling.includes(kind));
  const last = tokens.slice(0, start);
  if (!isTold || countAmounts(last) < 2) return null;
  const behind = tokens.slice(unit + 1);
  const [count, ...more] = behind.filter(({ kind }) => kind === 'number');
  if (more.length > 0 || behind.some(({ kind }) => kind === 'day' || kind === 'week')) return null;
  const totalDoseGy = inGy(dose.value, gray.gy);
  return { last, sum: { totalDoseGy, ...(count?.kind === 'number' ? { fractions: count.value } : {}) } };
}

/** `45/25 + 9/5 = 54`, where no unit is written at all. */
function bareSum(tokens: readonly Token[]): { last: readonly Token[]; sum: StatedSum } | null {
  const [equals, sum] = tokens.slice(-2);
  const last = tokens.slice(0, -2);
  const isBare = tokens.every(({ kind }) => kind !== 'unit' && kind !== 'times');
  if (equals?.kind !== 'equals' || sum?.kind !== 'number' || !isBare || countAmounts(last) < 2) return null;
  return { last, sum: { totalDoseGy: sum.value } };
}
