import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const written = /(?<![\w.+-])[\p{L}\d][\p{L}\d._%+'-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const at = String.raw`[ ]{0,2}(?:\(at\)|\[at\]|\{at\}|@|[ ]at)[ ]{0,2}`;
const dot = String.raw`(?:[ ]{0,2}(?:\(dot\)|\[dot\]|\{dot\}|\.|[ ]dot)[ ]{0,2})`;
const ending = '(?:com|org|net|edu|gov|info|io|co|uk|de|fr|es|it|cn|se|nl|au|ca|in|jp|eu|ch|at|us|nz|ie|br)';
const spelled = new RegExp(
  String.raw`(?<![\w.-])[a-z\d][\w+-]{0,40}(?:${dot}[\w+-]{1,40}){0,3}${at}[a-z\d][\w-]{0,40}(?:${dot}[\w-]{1,40}){0,3}${dot}${ending}(?![\w])`,
  'g',
);

/**
 * E-mail addresses, also with "at" and "dot" spelled out.
 *
 * @example
 * [...findEmails(readPage('to hannah at example dot com'))] //=> [{ type: 'email', start: 3, end: 28 }]
 */
export function* findEmails({ text, lower }: Page): Generator<Candidate> {
  for (const { start, end } of eachMatch(written, text)) yield { type: 'email', start, end };
  // Most texts have none of these, and the search is dear.
  if (!/[ ([{]dot[ )\]}]|[ ([{]at[)\]}]| at [\w-]{1,40}\.[a-z]{2}/.test(lower)) return;
  for (const { start, end } of eachMatch(spelled, lower)) yield { type: 'email', start, end };
}
