import { countAmounts } from './count-amounts.ts';
import type { Token } from './token.ts';

/**
 * Decides the separators that depend on what stands around them: `and` means `vs` where a comparison is asked for
 * (`compare 54 Gy/27F and 60 Gy/30F`), and a line or `;` between a dose, its count and its fraction separates nothing.
 *
 * @example
 * settleSeparators(tokenise('dose: 54 Gy; fractions: 27')).some(({ kind }) => kind === 'versus'); // false
 */
export function settleSeparators(tokens: readonly Token[]): Token[] {
  const isComparison = tokens.some(({ kind }) => kind === 'compare');
  const settled: Token[] = [];
  let side: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const compares = isComparison && (token.kind === 'and' || token.kind === 'with' || token.kind === 'to');
    if (compares && countAmounts(side) > 1 && countAmounts(sideBehind(tokens, at)) > 1) {
      settled.push({ kind: 'versus', text: token.text, at: token.at });
      side = [];
    } else if (continues(side, token, tokens, at)) {
      // The side goes on.
    } else {
      settled.push(token);
      if (token.kind === 'versus') side = [];
      else side.push(token);
    }
  }
  return settled;
}

function continues(side: readonly Token[], token: Token, tokens: readonly Token[], at: number): boolean {
  // "54 Gy or more".
  if (token.kind === 'versus' && token.text.toLowerCase() === 'or') return tokens[at + 1]?.kind === 'bound';
  if (!isBreak(token)) return false;
  const behind = sideBehind(tokens, at);
  return (
    (isLoneDose(side) && isLoneCount(behind)) ||
    (isTotalAndCount(side) && isLoneDosePerFraction(behind)) ||
    (isLoneDose(side) && !isLoneDosePerFraction(side) && isLoneDosePerFraction(behind)) ||
    (isNamedDose(side, 'total') && isNamedDose(behind, 'each')) ||
    (isNamedDose(side, 'each') && isNamedDose(behind, 'total'))
  );
}

function sideBehind(tokens: readonly Token[], at: number): readonly Token[] {
  const end = tokens.findIndex((token, index) => index > at && token.kind === 'versus');
  return tokens.slice(at + 1, end < 0 ? tokens.length : end);
}

/** A semicolon or a new line; a `vs` always separates. */
function isBreak({ kind, text }: Token): boolean {
  return kind === 'versus' && /^[;\n]$/.test(text);
}

function isLoneDose(side: readonly Token[]): boolean {
  const isTotal = has(side, 'unit') && !has(side, 'fractions') && !has(side, 'plus');
  return (isTotal && countAmounts(side) === 1) || isLoneDosePerFraction(side);
}

function isLoneCount(side: readonly Token[]): boolean {
  return has(side, 'fractions') && !has(side, 'unit') && !has(side, 'plus') && countAmounts(side) === 1;
}

function isTotalAndCount(side: readonly Token[]): boolean {
  return has(side, 'unit') && has(side, 'fractions') && countAmounts(side) === 2;
}

function isLoneDosePerFraction(side: readonly Token[]): boolean {
  return has(side, 'per') && has(side, 'fractions') && has(side, 'unit') && countAmounts(side) === 1;
}

/** `Gesamtdosis 54 Gy; Einzeldosis 2 Gy`. */
function isNamedDose(side: readonly Token[], name: 'total' | 'each'): boolean {
  return side[0]?.kind === name && has(side, 'unit') && countAmounts(side) === 1;
}

function has(side: readonly Token[], kind: Token['kind']): boolean {
  return side.some((token) => token.kind === kind);
}
