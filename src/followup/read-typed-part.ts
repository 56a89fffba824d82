import { UserError } from '../errors.ts';
import { checkedDate } from './calendar-date.ts';
import type { FollowUpDraft } from './checked-draft.ts';
import type { CalendarSpan, CalendarUnit } from './follow-up.ts';
import { isCaseCode, parseCaseCode } from './parse-case-code.ts';
import { modalitySpellings, type Spellings, siteSpellings } from './vocabulary.ts';

/** What was typed, part by part. */
export type TypedParts = Partial<
  Omit<FollowUpDraft, 'recurrence'> & { every: CalendarSpan; untilOn: string }
>;

/** One part, and how many words it took. */
export interface ReadPart {
  given: TypedParts;
  words: number;
}

const units: readonly [RegExp, CalendarUnit][] = [
  [/^(?:d|days?)$/, 'day'],
  [/^(?:w|wk|wks|weeks?)$/, 'week'],
  [/^(?:mo|mos|months?)$/, 'month'],
  [/^(?:y|yr|yrs|years?)$/, 'year'],
];

const byKeyword: Readonly<Record<string, (rest: readonly string[]) => ReadPart>> = {
  due: ([date = '']) => ({ given: { targetOn: checkedDate(date, 'the due date') }, words: 1 }),
  on: ([date = '']) => ({ given: { targetOn: checkedDate(date, 'the due date') }, words: 1 }),
  until: ([date = '']) => ({ given: { untilOn: checkedDate(date, 'the end of the series') }, words: 1 }),
  window: readWindow,
  every: readEvery,
  owner: ([person = '']) => ({ given: { ownerId: mentioned(person, 'owner') }, words: 1 }),
  backup: ([person = '']) => ({ given: { backupId: mentioned(person, 'backup') }, words: 1 }),
  with: (rest) => contrast(rest, 'with'),
  without: (rest) => contrast(rest, 'without'),
};

export const keywords: readonly string[] = Object.keys(byKeyword);

/**
 * Reads the part that a list of words begins with; null when its first word begins none. Throws a `UserError`
 * when a keyword is not followed by what it needs.
 *
 * @example
 * readPart(['window', '14', 'days'], {}) //=> { given: { windowDays: 14 }, words: 3 }
 */
export function readPart(words: readonly string[], before: TypedParts): ReadPart | null {
  const [first = '', ...rest] = words;
  const read = Object.hasOwn(byKeyword, first.toLowerCase()) ? byKeyword[first.toLowerCase()] : undefined;
  if (read !== undefined) {
    const part = read(rest);
    return { given: part.given, words: part.words + 1 };
  }
  // "blood" is a test and a place: a test until one is given.
  const modality = readListed(words, modalitySpellings);
  const site = readListed(words, siteSpellings);
  if (modality && (before.modality === undefined || !site)) {
    return { given: { modality: modality.word }, words: modality.words };
  }
  if (site) return { given: { bodySite: site.word }, words: site.words };
  return isCaseCode(first) ? { given: { caseCode: parseCaseCode(first) }, words: 1 } : null;
}

function readListed(words: readonly string[], spellings: Spellings): { word: string; words: number } | null {
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const word = spellings.get(words.slice(0, count).join(' ').toLowerCase());
    if (word !== undefined) return { word, words: count };
  }
  return null;
}

function readWindow(rest: readonly string[]): ReadPart {
  const length = readLength(rest);
  if (length && (length.span.unit === 'day' || length.span.unit === 'week')) {
    const days = length.span.amount * (length.span.unit === 'week' ? 7 : 1);
    return { given: { windowDays: days }, words: length.words };
  }
  if (/^±?\d{1,3}$/.test(rest[0] ?? '')) {
    return { given: { windowDays: Number(rest[0]?.replace('±', '')) }, words: 1 };
  }
  throw new UserError('I cannot read the window. Write the days each way, as `window 14d`.');
}

function readEvery(rest: readonly string[]): ReadPart {
  const unit = findUnit(rest[0] ?? '');
  if (unit) return { given: { every: { amount: 1, unit } }, words: 1 };
  const length = readLength(rest);
  if (length) return { given: { every: length.span }, words: length.words };
  throw new UserError(
    'I cannot read the interval. Write `every 3 months`, with days, weeks, months or years.',
  );
}

/** `14d`, `±14d`, `14 days`. */
function readLength([first = '', second = '']: readonly string[]): {
  span: CalendarSpan;
  words: number;
} | null {
  const [, amount, tight] = /^±?(\d{1,3})([a-z]*)$/i.exec(first) ?? [];
  const unit = findUnit(tight || second);
  return amount && unit ? { span: { amount: Number(amount), unit }, words: tight ? 1 : 2 } : null;
}

function findUnit(word: string): CalendarUnit | null {
  return units.find(([spelling]) => spelling.test(word.toLowerCase()))?.[1] ?? null;
}

/**
 * The user id of a mention as Slack escapes it. Throws a `UserError` for anything else, and does not repeat it.
 *
 * @example
 * mentioned('<@U1>', 'owner') //=> 'U1'
 */
export function mentioned(word: string, role: string): string {
  const [, id] = /^<@([UW][A-Z0-9]+)>$/.exec(word) ?? [];
  if (id) return id;
  throw new UserError(
    `I cannot tell who the ${role} is. Write \`${role} @name\` and pick the person from the list that Slack shows.`,
  );
}

function contrast([next = '']: readonly string[], kind: 'with' | 'without'): ReadPart {
  if (next.toLowerCase() === 'contrast') return { given: { contrast: kind }, words: 1 };
  throw new UserError(`Write \`${kind} contrast\`, or leave \`${kind}\` out.`);
}
