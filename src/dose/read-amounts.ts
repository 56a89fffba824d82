import { DoseError } from './dose-error.ts';
import type { PhaseNotes } from './phase-notes.ts';
import { readAmount } from './read-amount.ts';
import { readFrequency, setPerDay } from './read-frequency.ts';
import { rangeError, refuseRange } from './refuse-range.ts';
import type { Token, TokenKind } from './token.ts';

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
    ignoredWords: [],
  };
  const tokens = withoutRbe(all);
  let before = new Set<TokenKind>();
  let next = 0;
  while (next < tokens.length) {
    const at = next;
    const token = tokens[at] as Token;
    next = at + 1;
    if (token.kind === 'number') {
      refuseRange(tokens, at);
      const frequency = readFrequency(tokens, at, notes);
      if (frequency > at) next = frequency;
      else {
        const [amount, end] = readAmount(tokens, at, before, notes);
        notes.amounts.push(amount);
        before = new Set();
        next = end;
      }
    } else if (token.kind === 'single') {
      notes.amounts.push({ ...one, text: token.text, before });
      before = new Set();
      if (tokens[next]?.kind === 'fractions') next += 1;
    } else if (connecting.includes(token.kind)) before.add(token.kind);
    else if (token.kind === 'often') next = Math.max(next, readFrequency(tokens, at, notes));
    else note(token, tokens[next], notes);
  }
  return notes;
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
  if (token.kind === 'bound') {
    // "1.8 Gy per fraction up to 50.4 Gy" names a dose; "up to 60 Gy" does not.
    if (token.text.toLowerCase() === 'up' && notes.amounts.length > 0) return;
    throw new DoseError(
      'BOUND_NOT_A_REGIMEN',
      `"${token.text}" names a limit, not a schedule. Write one dose, as \`60 Gy/30F\`.`,
    );
  }
  if (token.kind === 'between') throw rangeError();
  if (token.kind === 'unit') {
    throw new DoseError('UNPARSED_TAIL', `"${token.text}" has no number before it. Write \`54 Gy/27F\`.`);
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

function isUnknownWord(token: Token): boolean {
  return token.kind === 'word' && !token.known;
}
