import { anywhere } from '../anywhere.ts';
import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { headsOf } from '../heads-of.ts';
import type { Page } from '../page.ts';
import { digitsOf } from './digits-of.ts';

/** Written so that nothing else is: +49 30 23125 014, (555) 010-4477, 020 7946 0123, 01 23 45 67 89, 13800138000. */
const shapes = [
  anywhere(/(?=\+[1-9])(?<![\w+])\+[1-9](?:[ .()/-]{0,3}\d){7,14}(?![\d])/g),
  anywhere(/(?=1?[-. ]?\()(?<![\w.-])(?:1[-. ])?\([2-9]\d{2}\) ?\d{3}[-. ]?\d{4}(?!\d)/g),
  atNumbers(/(?=[1-9])(?<![\w.-])(?:1[-. ])?[2-9]\d{2}([-. ])\d{3}\1\d{4}(?![\w-]|\.\d)/g, 10),
  atNumbers(/(?=0)(?<![\w.-])0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}(?![\w-]|\.\d)/g, 9),
  anywhere(/(?=\(?0)(?<![\w.-])\(?0\d{1,5}\)?[ /-]{1,3}\d{5,8}(?![\w-]|\.\d)/g),
  anywhere(/(?=\(0)(?<![\w.-])\(0\d{1,5}\) ?\d{3,4}[ -]?\d{3,5}(?![\w-]|\.\d)/g),
  atNumbers(/(?=0)(?<![\w.-])0[1-9](?:[ .-]\d{2}){4}(?![\w-]|\.\d)/g, 10),
  atNumbers(/(?=0)(?<![\w.-])0[1-9]\d{8,9}(?![\w-]|\.\d)/g, 10),
  atNumbers(/(?=0)(?<![\w.-])0[2-478] \d{4} \d{4}(?![\w-]|\.\d)/g, 10),
  atNumbers(/(?=[18])(?<![\w.-])(?:86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\w-]|\.\d)/g, 11),
  atNumbers(/(?=[6-9])(?<![\w.-])[6-9]\d{4}[ -]\d{5}(?![\w-]|\.\d)/g, 10),
  atNumbers(/(?=0)(?<![\w.-])00[1-9]\d{0,2}(?:[ .()/-]{0,3}\d){7,12}(?!\d)/g, 10),
];

/** A word that a number to call stands behind, with a few words between. */
const calls =
  'tel(?:e(?:ph|f)on[eo]?)?|tlf|tél|phones?|ph|mobile|mob|cell(?:phone|ular)?|fax|call(?:ed|s|ing)?|ring|rang|dial|text|sms|reach(?:ed|able)?|contact|whatsapp|pager|bleep|handy|móvil|portable|landline|number|extension|ext|hotline';
const announced = atWords(
  new RegExp(
    String.raw`(?=${headsOf(calls)})(?<![a-z])(?:${calls})(?![a-z])[^\d\n;¤]{0,25}?(?<value>[(+]{0,2}\d(?:[ .()/-]{0,2}\d){5,15})(?![\w-]|\.\d)`,
    'g',
  ),
);
/** "number 60 30 20" is no telephone, "number 555-0148" is. */
const weak = /^(?:number|contact|reach|text)/;
const leastDigits = 7;

/**
 * Telephone and fax numbers: by their shape, or by a word before them.
 *
 * @example
 * findPhones(readPage('call her on (555) 010-4477')).next().value //=> { type: 'phone', start: 12, end: 26 }
 */
export function* findPhones({ text, lower, beginnings }: Page): Generator<Candidate> {
  for (const shape of shapes) {
    for (const { start, end } of shape(text, beginnings)) yield { type: 'phone', start, end };
  }
  for (const { whole, value, start, end } of announced(lower, beginnings)) {
    if (digitsOf(value).length < leastDigits) continue;
    if (weak.test(whole) && !/[-+(]/.test(value)) continue;
    yield { type: 'phone', start, end };
  }
}
