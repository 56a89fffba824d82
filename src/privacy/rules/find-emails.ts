import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const written = /(?<![\w.+-])[\p{L}\d][\p{L}\d._%+'-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const part = String.raw`[a-z\d][\w+-]{0,40}`;
const bracketed = String.raw`[ ]{0,2}(?:\(at\)|\[at\]|\{at\}|@)[ ]{0,2}`;
const dot = String.raw`[ ]{0,2}(?:\(dot\)|\[dot\]|\{dot\}|\.|[ ]dot)[ ]{0,2}`;
const ending = '(?:com|org|net|edu|gov|info|io|co|uk|de|fr|es|it|cn|se|nl|au|ca|in|jp|eu|ch|at|us|nz|ie|br)';
/** "seen at example.com" is a place: behind a bare "at" the dot must be spelled out too. */
const spelled = [
  new RegExp(
    String.raw`(?<![\w.-])${part}(?:${dot}${part}){0,3}${bracketed}${part}(?:${dot}${part}){0,3}${dot}${ending}(?![\w])`,
    'g',
  ),
  new RegExp(
    String.raw`(?<![\w.-])${part}(?:${dot}${part}){0,3} {1,2}at {1,2}${part}(?: {1,2}dot {1,2}${part}){0,3} {1,2}dot {1,2}${ending}(?![\w])`,
    'g',
  ),
];

/**
 * E-mail addresses, also with "at" and "dot" spelled out.
 *
 * @example
 * [...findEmails(readPage('to hannah at example dot com'))] //=> [{ type: 'email', start: 3, end: 28 }]
 */
export function* findEmails({ text, lower }: Page): Generator<Candidate> {
  if (text.includes('@')) {
    for (const { start, end } of eachMatch(written, text)) yield { type: 'email', start, end };
  }
  // Most texts have none of these, and the search is dear.
  if (!/[ ([{]dot[ )\]}]|[([{]at[)\]}]|@/.test(lower)) return;
  for (const pattern of spelled) {
    for (const { start, end } of eachMatch(pattern, lower)) yield { type: 'email', start, end };
  }
}
