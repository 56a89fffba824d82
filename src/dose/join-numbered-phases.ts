import { countAmounts } from './count-amounts.ts';
import type { Token } from './token.ts';

/**
 * Takes the numbers out of `Phase 1: … ; phase II: …`, which are no doses. Where a phase before is full, the label
 * says that this one follows it, whatever sign stands between them; where it is not, it is left to be refused.
 *
 * @example
 * joinNumberedPhases(tokenise('phase 1 45 Gy/25F; phase 2 9 Gy/5F')).map((token) => token.text).join(' ');
 * // '45 Gy / 25 F phase 9 Gy / 5 F'
 */
export function joinNumberedPhases(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const number = token.kind === 'phase' ? phaseNumber(tokens[at + 1]) : null;
    if (number === null) {
      joined.push(token);
      continue;
    }
    at += 1;
    const isBehindItsDose = joined.at(-1)?.kind === 'open';
    if (isBehindItsDose && hasLabelBehind(tokens.slice(at + 1), number + 1)) {
      if (tokens[at + 1]?.kind === 'close') joined.push(tokens[++at] as Token);
      const next = tokens[at + 1];
      if (next && (next.kind === 'comma' || next.kind === 'and' || isBreak(next))) at += 1;
      if (next && next.kind !== 'plus' && !(isVersus(next) && !isBreak(next)))
        joined.push({ kind: 'plus', text: token.text, at: token.at });
    }
    if (isBehindItsDose || number === 1) continue;
    const since = joined.slice(joined.findLastIndex(isSeparator) + 1);
    const before = joined.at(-1);
    if (before?.kind === 'comma' || (before && isBreak(before))) {
      joined.pop();
      joined.push({ kind: 'plus', text: token.text, at: token.at });
    } else if (follows(since, tokens.slice(at + 1)))
      joined.push({ kind: 'plus', text: token.text, at: token.at });
  }
  return joined;
}

/**
 * Whether a phase begins at its label: behind a full one, or where a full one comes. Read as one, "phase 1 45 Gy
 * phase 2 9 Gy/5F" would be 45 Gy in 5 fractions of 9 Gy.
 */
function follows(since: readonly Token[], rest: readonly Token[]): boolean {
  const end = rest.findIndex((one) => one.kind === 'phase' || one.kind === 'comma' || isSeparator(one));
  const coming = end < 0 ? rest : rest.slice(0, end);
  const before = countAmounts(since);
  return before > 1 || (before === 1 && countAmounts(coming) > 1);
}

function isSeparator(token: Token): boolean {
  return token.kind === 'plus' || isVersus(token);
}

/** Whether the dose behind has its label behind it too: `9 Gy/5F (phase 2)`. */
function hasLabelBehind(tokens: readonly Token[], number: number): boolean {
  const label = tokens.findIndex(({ kind }) => kind === 'phase');
  const isNext = phaseNumber(tokens[label + 1]) === number && tokens[label - 1]?.kind === 'open';
  return label > 0 && isNext && countAmounts(tokens.slice(0, label)) > 0;
}

/** A semicolon or a new line, which a label behind it joins; a `vs` it does not. */
function isBreak(token: Token): boolean {
  return isVersus(token) && !/\p{L}/u.test(token.text);
}

function isVersus({ kind }: Token): boolean {
  return kind === 'versus';
}

function phaseNumber(token: Token | undefined): number | null {
  if (token?.kind === 'number') return token.value < 10 ? token.value : null;
  return token?.kind === 'word' && /^i{1,3}$/i.test(token.text) ? token.text.length : null;
}
