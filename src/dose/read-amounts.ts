import { DoseError } from './dose-error.ts';
import type { Token, TokenKind } from './token.ts';

/** What a number in a schedule was written as: `54 Gy`, `27F`, or a bare `60`. */
export interface Amount {
  kind: 'dose' | 'count' | 'bare';
  value: number;
  /** Gy of one unit as written; 1 for a bare number until its unit is decided. */
  unitGy: number;
  decimals: number;
  /** `2 Gy/fx`, `2 Gy per fraction`, `2 Gy daily`. */
  perFraction: boolean;
  commaThousands: boolean;
  text: string;
  /** The signs and small words between the amount before (or the start) and this one. */
  before: ReadonlySet<TokenKind>;
}

/** All that stands in one phase, before it is known which number is which. */
export interface PhaseNotes {
  amounts: Amount[];
  fractionsPerDay?: number;
  fractionsPerWeek?: number;
  overallDays?: number;
  overallWeeks?: number;
  rbeWeighted: boolean;
  approximate: boolean;
  simultaneous: boolean;
  ignoredWords: string[];
}

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
    else note(token, notes);
  }
  return notes;
}

const one = {
  kind: 'count',
  value: 1,
  unitGy: 1,
  decimals: 0,
  perFraction: false,
  commaThousands: false,
} as const;

/** `54 Gy (RBE)/27F`, `54 cobalt gray equivalent`: the mark is noted for the phase and taken out. */
function withoutRbe(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, at) => {
    const around = token.kind === 'open' ? tokens[at + 1] : token.kind === 'close' ? tokens[at - 1] : token;
    return around?.kind !== 'rbe' && token.kind !== 'close';
  });
}

function note(token: Token, notes: PhaseNotes): void {
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
  if (token.kind === 'approximately') notes.approximate = true;
  if (token.kind === 'simultaneous') notes.simultaneous = true;
  if (token.kind === 'perDay') setPerDay(notes, token.value);
  if (token.kind === 'daily') notes.fractionsPerDay ??= 1;
  if (token.kind === 'weekly') notes.fractionsPerWeek ??= 1;
  if (token.kind === 'word' && !token.known) notes.ignoredWords.push(token.text);
}

function setPerDay(notes: PhaseNotes, value: number): void {
  if (![1, 2, 3].includes(value)) {
    throw new DoseError(
      'FRACTIONS_IMPLAUSIBLE',
      `${value} fractions a day cannot be compared. Write \`QD\`, \`BID\` or \`TID\`.`,
    );
  }
  notes.fractionsPerDay = value;
}

function setPerWeek(notes: PhaseNotes, value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > 21) {
    throw new DoseError(
      'FRACTIONS_IMPLAUSIBLE',
      `${value} fractions a week cannot be compared. Write \`5 fractions per week\`.`,
    );
  }
  notes.fractionsPerWeek = value;
}

/**
 * `twice weekly`, `3x/week`, `2 fractions per day`, `5 days a week`, `over 12 days`, `5.4W`.
 * Returns where the reading goes on, or `at` when there is no frequency or time here.
 */
function readFrequency(tokens: readonly Token[], at: number, notes: PhaseNotes): number {
  const token = tokens[at];
  if (token?.kind !== 'number' && token?.kind !== 'often') return at;
  const kind = (ahead: number) => tokens[at + ahead]?.kind;
  const counted = kind(1) === 'times' || kind(1) === 'fractions' || kind(1) === 'day';
  const from = token.kind === 'often' || !counted ? 1 : 2;
  const joined = kind(from) === 'per' || kind(from) === 'slash' ? 1 : 0;
  const period = kind(from + joined);
  const end = at + from + joined + 1;
  const alreadyCounted = notes.amounts.some((amount) => amount.kind === 'count');
  // "27 fractions daily" counts the course, unless the course was counted before.
  const isRate = token.kind === 'often' || kind(1) !== 'fractions' || joined === 1 || alreadyCounted;
  if (isRate && (token.kind === 'often' || counted)) {
    if (period === 'daily' || (joined && period === 'day')) {
      setPerDay(notes, token.value);
      return end;
    }
    if (period === 'weekly' || (joined && period === 'week')) {
      setPerWeek(notes, token.value);
      return end;
    }
  }
  if (token.kind === 'number' && kind(1) === 'day') {
    notes.overallDays = positive(token.value, 'days');
    return at + 2;
  }
  if (token.kind === 'number' && kind(1) === 'week') {
    notes.overallWeeks = positive(token.value, 'weeks');
    return at + 2;
  }
  return at;
}

function positive(value: number, unit: string): number {
  if (value > 0) return value;
  throw new DoseError(
    'OPTION_INVALID',
    `${value} ${unit} is no overall time. Write \`54 Gy/27F over 37 days\`.`,
  );
}

function readAmount(
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
    commaThousands,
    text: token.text,
    before,
  };
  const after = tokens[at + 1];
  if (after?.kind === 'plus') return [amount, at + 1];
  if (after?.kind === 'fractions') return [{ ...amount, kind: 'count' }, at + 2];
  if (tokens[at - 1]?.kind === 'fractions' && after?.kind !== 'unit')
    return [{ ...amount, kind: 'count' }, at + 1];
  if (after?.kind !== 'unit') return [amount, at + 1];
  const [perFraction, end] = readPerFraction(tokens, at + 2, notes);
  const text = `${token.text} ${after.text}`;
  return [{ ...amount, kind: 'dose', text, perFraction, unitGy: checkedUnitGy(after, token.text) }, end];
}

function readPerFraction(tokens: readonly Token[], at: number, notes: PhaseNotes): [boolean, number] {
  const kind = (ahead: number) => tokens[at + ahead]?.kind;
  if (kind(0) === 'each') return [true, at + 1];
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

function checkedUnitGy(unit: Extract<Token, { kind: 'unit' }>, number: string): number {
  if (unit.gy !== null) return unit.gy;
  const isRad = /^rads?$/i.test(unit.text);
  throw new DoseError(
    'UNIT_NOT_SUPPORTED',
    isRad
      ? `Doses are compared in Gy or cGy; 1 rad = 1 cGy. Write ${number} cGy.`
      : `"${unit.text}" is not read here. Write the dose in Gy or cGy.`,
  );
}

function rangeError(): DoseError {
  return new DoseError(
    'RANGE_NOT_A_REGIMEN',
    'A range is not a schedule. Write one dose and one number of fractions, or compare both ends: `54 Gy/27F vs 60 Gy/30F`.',
  );
}

/** `54-60 Gy`, `27 to 30F`, `50~54`; but not the dash of `54 Gy - 27F`. */
function refuseRange(tokens: readonly Token[], at: number): void {
  const wrote = (number: number) => {
    const after = tokens[number + 1]?.kind;
    return after === 'unit' || after === 'fractions' ? after : 'bare';
  };
  const left = wrote(at);
  const joint = at + (left === 'bare' ? 1 : 2);
  const between = tokens[joint]?.kind;
  if (tokens[joint + 1]?.kind !== 'number') return;
  const right = wrote(joint + 1);
  const alike = left === 'bare' || right === 'bare' || left === right;
  if ((between === 'dash' || between === 'approximately') && alike) throw rangeError();
  if (between === 'to' && (left === 'bare' || (left === 'fractions' && right === 'fractions')))
    throw rangeError();
}
