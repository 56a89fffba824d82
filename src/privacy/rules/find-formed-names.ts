import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { clinicalTails } from '../names/clinical-words.ts';
import type { Page } from '../page.ts';

/** O'… and Mc… are surnames by their form, with small letters too. */
const formed = atWords(
  /(?=o'|mc|fit)(?<![\p{L}\d.'@/-])(?:o'(?!clock|er|ver)\p{Ll}{4,20}|mc(?!burney|cune|ardle|murray|kesson|kinsey|master|gill|lean|nemar|donald criteria)\p{Ll}{4,20}|fitz(?!patrick|hugh)\p{Ll}{4,20})(?:-\p{Ll}{3,20})?(?![\p{L}\d])/gu,
);

/**
 * Surnames whose form tells them in small letters too.
 *
 * @example
 * [...findFormedNames(readPage("o'quillan again"))] //=> [{ type: 'possible-name', start: 0, end: 9 }]
 */
export function* findFormedNames({ text, beginnings }: Page): Generator<Candidate> {
  for (const { start, end } of formed(text, beginnings)) {
    if (!clinicalTails.test(text.slice(end, end + 24))) yield { type: 'possible-name', start, end };
  }
}
