import { DoseError } from './dose-error.ts';
import { isBareRate } from './is-bare-rate.ts';
import type { PhaseNotes } from './phase-notes.ts';
import type { Token } from './token.ts';

/**
 * `twice weekly`, `3x/week`, `2 fractions per day`, `5 days a week`, `2 per week`, `over 12 days`, `5.4W`.
 * Returns where the reading goes on, or `at` when there is no frequency or time here.
 * Throws a `DoseError` for more than three fractions a day or a time that is not above 0.
 *
 * @example
 * readFrequency(tokenise('twice weekly'), 0, readAmounts([])); // 2, and the notes hold 2 fractions a week
 */
export function readFrequency(tokens: readonly Token[], at: number, notes: PhaseNotes): number {
  const token = tokens[at];
  if (token?.kind !== 'number' && token?.kind !== 'often') return at;
  const kind = (ahead: number) => tokens[at + ahead]?.kind;
  const counted = kind(1) === 'times' || kind(1) === 'fractions' || kind(1) === 'day';
  // "twice-daily".
  const hyphen = token.kind === 'often' && kind(1) === 'dash' ? 1 : 0;
  const from = (token.kind === 'often' || !counted ? 1 : 2) + hyphen;
  const joined = kind(from) === 'per' || kind(from) === 'slash' ? 1 : 0;
  const period = kind(from + joined);
  const end = at + from + joined + 1;
  const alreadyCounted = notes.amounts.some((amount) => amount.kind === 'count');
  // "27 fractions daily" counts the course, unless the course was counted before.
  const isRate = token.kind === 'often' || kind(1) !== 'fractions' || joined === 1 || alreadyCounted;
  if (isRate && (token.kind === 'often' || counted || isBareRate(tokens, at))) {
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
    if (tokens[at - 1]?.kind === 'times') notes.treatmentDays = token.value;
    return at + 2;
  }
  if (token.kind === 'number' && kind(1) === 'week') {
    notes.overallWeeks = positive(token.value, 'weeks');
    return at + 2;
  }
  return at;
}

/**
 * Notes the fractions of one day; throws a `DoseError` unless they are one, two or three.
 *
 * @example
 * setPerDay(readAmounts([]), 4); // throws FRACTIONS_IMPLAUSIBLE
 */
export function setPerDay(notes: PhaseNotes, value: number): void {
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

function positive(value: number, unit: string): number {
  if (value > 0) return value;
  throw new DoseError(
    'OPTION_INVALID',
    `${value} ${unit} is no overall time. Write \`54 Gy/27F over 37 days\`.`,
  );
}
