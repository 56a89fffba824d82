import { plainHyphens } from '../../src/followup/plain-hyphens.ts';

/** The word that a day stands behind, by what is being done. */
const wordBefore: Readonly<Record<string, string>> = {
  add: 'due',
  book: 'on',
  attempt: 'on',
  snooze: 'until',
  reschedule: 'to',
  done: 'exam',
  show: 'scan',
  edit: 'scan',
  reassign: 'scan',
  reopen: 'scan',
};

const withoutDay = new Set(['list', 'mine', 'history', 'plan', 'rate', 'export', 'calendar']);

const loneDay =
  /(?<![\w-])(?=\d{4}-\d{2}-\d{2}(?![\w-]))(?<!(?<![\w-])(?:due|on|until|to|exam|scan)[\s,;]+)\d/i;

/**
 * What to write instead where a day is written as it should be, but not behind a word of its own, and so was taken for
 * a patient's; null where that is not what is wrong. The day is never repeated.
 */
export function dayWithoutWord(text: string): string | null {
  const plain = plainHyphens(text).trim();
  if (!loneDay.test(plain)) return null;
  const [name = ''] = plain.toLowerCase().split(/\s+/);
  if (name === 'close')
    return /\belsewhere\b/i.test(plain)
      ? 'The day of the exam needs its word: write `exam 2027-02-23`. Leave out any other day.'
      : 'Leave the day out: no day stands behind `close` but that of an exam done elsewhere, as `exam 2027-02-23`.';
  if (withoutDay.has(name)) return `Leave the day out: no day stands behind \`${name}\`.`;
  const word = Object.hasOwn(wordBefore, name) ? wordBefore[name] : undefined;
  if (word === undefined) return null;
  return `A day behind \`${name}\` needs its word: write \`${word} 2027-02-23\`. Leave out any other day.`;
}
