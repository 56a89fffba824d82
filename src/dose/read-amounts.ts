import { DoseError } from './dose-error.ts';
import { measureEnd } from './measure-end.ts';
import { particlesIn } from './particles.ts';
import type { Amount, PhaseNotes } from './phase-notes.ts';
import { readAmount } from './read-amount.ts';
import { readFrequency, setPerDay } from './read-frequency.ts';
import { refuseBound } from './refuse-bound.ts';
import { refuseEffectDose } from './refuse-effect-dose.ts';
import { refusePause } from './refuse-pause.ts';
import { refusePercent } from './refuse-percent.ts';
import { rangeError, refuseRange } from './refuse-range.ts';
import { refuseRepeat, repeatError } from './refuse-repeat.ts';
import type { Token, TokenKind } from './token.ts';
import { withoutAge } from './without-age.ts';

const connecting: readonly TokenKind[] = [
  'slash',
  'in',
  'times',
  'at',
  'to',
  'of',
  'equals',
  'open',
  'total',
  'and',
  'with',
  'each',
  'for',
];

/**
 * Reads one phase from left to right: amounts with their units, frequencies and overall times apart.
 * Throws a `DoseError` for a bound, a range or a unit that is not Gy or cGy.
 *
 * @example
 * readAmounts(tokenise('1.2 Gy BID x 58')).fractionsPerDay; // 2
 */
export function readAmounts(all: readonly Token[]): PhaseNotes {
  const notes: PhaseNotes = {
    amounts: [],
    rbeWeighted: all.some((token) => token.kind === 'rbe' || (token.kind === 'unit' && token.rbe)),
    approximate: false,
    simultaneous: false,
    endsWithTotal: false,
    ignoredWords: [],
    ...particlesIn(all),
  };
  refuseEffectDose(all);
  const tokens = withoutRbe(all);
  let before = new Set<TokenKind>();
  let next = 0;
  while (next < tokens.length) {
    const at = next;
    const token = tokens[at] as Token;
    next = at + 1;
    refuseBound(tokens, at, notes.amounts.length > 0);
    refuseRepeat(tokens, at);
    refusePercent(tokens, at);
    if (token.kind === 'number') {
      const measured = measureEnd(tokens, at);
      if (measured === at) refuseRange(tokens, at);
      refusePause(tokens, at);
      const frequency = readFrequency(tokens, at, notes);
      if (measured > at) {
        notes.ignoredWords.push(`${token.text} ${tokens[measured - 1]?.text}`);
        next = measured;
      } else if (frequency > at) {
        // The sign of "x 2 days" is not that of a number behind it.
        before.delete('times');
        next = frequency;
      } else {
        const [amount, end] = readAmount(tokens, at, before, notes);
        notes.amounts.push(amount);
        before = new Set();
        next = isFollowedByTotal(tokens, amount, end) ? end + 1 : end;
      }
    } else if (token.kind === 'single') {
      notes.amounts.push({ ...one, text: token.text, before });
      before = new Set();
      if (tokens[next]?.kind === 'fractions') next += 1;
    } else if (isDosePerFraction(tokens, at)) {
      before.add('each');
      next += 1;
    } else if (connecting.includes(token.kind)) {
      before.add(token.kind);
      if (token.kind === 'for') notes.ignoredWords.push(token.text);
    } else if (token.kind === 'often') {
      const end = readFrequency(tokens, at, notes);
      if (end === at && token.value > 1) throw repeatError(token.text);
      next = Math.max(next, end);
    } else note(token, tokens[next], notes);
  }
  return withoutAge({ ...notes, endsWithTotal: before.has('total') }, all);
}

/** "54 Gy total at 2 Gy/fx" says nothing of the 2 Gy; "2 Gy/fx total 54 Gy" does of the 54 Gy. */
function isFollowedByTotal(tokens: readonly Token[], { total }: Amount, end: number): boolean {
  return total && !['number', 'of', 'word', 'equals'].includes(tokens[end + 1]?.kind ?? '');
}

/** "Dose per fraction: 2 Gy", but not "1.8 per fraction". */
function isDosePerFraction(tokens: readonly Token[], at: number): boolean {
  const kinds = tokens.slice(at, at + 4).map(({ kind }) => kind);
  return kinds.join(' ') === 'per fractions number unit' && tokens[at - 1]?.kind !== 'number';
}

const one = {
  kind: 'count',
  value: 1,
  unitGy: 1,
  decimals: 0,
  perFraction: false,
  total: false,
  commaThousands: false,
} as const;

/** `54 Gy (RBE)/27F`, `54 cobalt gray equivalent`: the mark is noted for the phase and taken out. */
function withoutRbe(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, at) => {
    const around = token.kind === 'open' ? tokens[at + 1] : token.kind === 'close' ? tokens[at - 1] : token;
    return around?.kind !== 'rbe' && token.kind !== 'close';
  });
}

function note(token: Token, following: Token | undefined, notes: PhaseNotes): void {
  // "with weekly cisplatin" says nothing of the fractions.
  const ofAnother = following !== undefined && isUnknownWord(following);
  if (token.kind === 'between') throw rangeError();
  if (token.kind === 'unit') {
    const code = notes.amounts.some(({ kind }) => kind === 'dose') ? 'UNPARSED_TAIL' : 'DOSE_MISSING';
    throw new DoseError(code, `"${token.text}" has no number before it. Write \`54 Gy/27F\`.`);
  }
  if (token.kind === 'spelled') {
    throw new DoseError(
      'NUMBER_FORMAT',
      `"${token.text}" is spelled out. Write numbers in digits, as \`54 Gy/27F\`.`,
    );
  }
  if (token.kind === 'approximately') notes.approximate = true;
  if (token.kind === 'simultaneous') notes.simultaneous = true;
  if (token.kind === 'perDay') setPerDay(notes, token.value);
  if (token.kind === 'daily' && !ofAnother) notes.fractionsPerDay ??= 1;
  if (token.kind === 'weekly' && !ofAnother) notes.fractionsPerWeek ??= 1;
  const isIgnored = token.kind === 'daily' || token.kind === 'weekly' ? ofAnother : isUnknownWord(token);
  if (isIgnored) notes.ignoredWords.push(token.text);
}

/** A thing that is counted says as little as a word: "nodes 30/15" is no dose. */
function isUnknownWord(token: Token): boolean {
  return token.kind === 'thing' || (token.kind === 'word' && !token.known);
}
