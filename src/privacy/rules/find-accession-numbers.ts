import { atCodes } from '../at-codes.ts';
import { atNumbers } from '../at-numbers.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

/** S24-8891, SP24-1177, S-24-8891, 24-SP-00912, 23H-10992, H24.03317: letters, two figures of a year, the count. */
const shapes = [
  atCodes(/(?=[A-Z]{1,3}[- ]?\d)(?<![\w.-])[A-Z]{1,3}[- ]?(?:9\d|[0-3]\d)[-.]\d{4,7}(?![\w-]|\.\d)/g, 6),
  atCodes(/(?=[A-Z]{1,3}-\d)(?<![\w.-])[A-Z]{1,3}-(?:9\d|[0-3]\d)-\d{3,7}(?![\w-]|\.\d)/g, 5),
  atCodes(/(?=[A-Z]{1,3}-?20)(?<![\w.-])[A-Z]{1,3}-?20[0-3]\d-\d{3,7}(?![\w-]|\.\d)/g, 7),
  atNumbers(
    /(?=\d{2})(?<![\w.-])(?:20)?[0-3]\d-?(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{1,3}-\d{4,7}(?![\w-]|\.\d)/g,
    2,
  ),
];

/**
 * Accession numbers of pathology that their shape gives away.
 *
 * @example
 * [...findAccessionNumbers(readPage('S24-8891'))] //=> [{ type: 'accession-number', start: 0, end: 8 }]
 */
export function* findAccessionNumbers({ text, beginnings }: Page): Generator<Candidate> {
  for (const find of shapes) {
    for (const { start, end } of find(text, beginnings)) yield { type: 'accession-number', start, end };
  }
}
