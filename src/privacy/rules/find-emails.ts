import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

/** Searched from the sign on: most texts have none, and no word is then begun in vain. */
const written =
  /@(?<=(?<before>[\p{L}\d][\p{L}\d._%+'-]{0,63})@)[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const part = String.raw`[a-z\d][\w+-]{0,40}`;
const dot = String.raw`[ ]{0,2}(?:\(dot\)|\[dot\]|\{dot\}|\.|[ ]dot)[ ]{0,2}`;
const at = String.raw`(?:\(at\)|\[at\]|\{at\}|@)`;
const ending =
  '(?:com|org|net|edu|gov|info|io|co|uk|de|fr|es|it|cn|se|nl|au|ca|in|jp|eu|ch|at|us|nz|ie|br|be|cz|pl|pt|dk|no|fi|ru|kr|tw|hk|sg|my|za|gr|hu|ro|mx|tr|il)';
/** "seen at example.com" is a place: behind a bare "at" the dot must be spelled out too. */
const spelled = [
  new RegExp(
    String.raw`${at}(?<=(?<before>${part}(?:${dot}${part}){0,3}[ ]{0,2})${at})[ ]{0,2}${part}(?:${dot}${part}){0,3}${dot}${ending}(?![\w])`,
    'g',
  ),
  new RegExp(
    String.raw`(?<= )at (?<=(?<before>${part}(?: {1,2}dot {1,2}${part}){0,3} {1,2})at ) ?${part}(?: {1,2}dot {1,2}${part}){0,3} {1,2}dot {1,2}${ending}(?![\w])`,
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
  if (text.includes('@')) yield* around(written, text);
  for (const pattern of spelled) yield* around(pattern, lower);
}

function* around(pattern: RegExp, text: string): Generator<Candidate> {
  for (const { 0: behind, index, groups } of text.matchAll(pattern))
    yield { type: 'email', start: index - (groups?.before?.length ?? 0), end: index + behind.length };
}
