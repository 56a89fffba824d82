import type { Token } from './token.ts';

/**
 * Takes out a unit that stands alone behind all numbers of a text and is the only one (`36/20 + 18/10 boost, Gy`,
 * `54/27 vs 60/30 (Gy)`): it is the unit of each of them, in Gy of one; none where there is no such unit.
 *
 * @example
 * takeSharedUnit(tokenise('54/27 vs 60/30 (cGy)')).sharedUnitGy; // 0.01
 */
export function takeSharedUnit(tokens: readonly Token[]): {
  tokens: readonly Token[];
  sharedUnitGy: number | null;
} {
  const units = tokens.filter(({ kind }) => kind === 'unit');
  const [unit] = units;
  const none = { tokens, sharedUnitGy: null };
  if (units.length !== 1 || unit?.kind !== 'unit' || unit.gy === null || unit.rbe) return none;
  const at = tokens.indexOf(unit);
  const isApart = ['comma', 'open', 'in'].includes(tokens[at - 1]?.kind ?? '');
  const numbers = tokens.slice(0, at).filter(({ kind }) => kind === 'number');
  const isLast = tokens.slice(at + 1).every(({ kind }) => ['close', 'word', 'of'].includes(kind));
  if (!isApart || numbers.length < 2 || !isLast) return none;
  // The comma stays, so that "27, Gy please" is not "27 please".
  const before = tokens.slice(0, tokens[at - 1]?.kind === 'comma' ? at : at - 1);
  const after = tokens.slice(at + 1).filter(({ kind }) => kind !== 'close');
  return { tokens: [...before, ...after], sharedUnitGy: unit.gy };
}
