import type { Candidate } from '../finding.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import { digitsOf } from './digits-of.ts';

const marker = String.raw`(?:[ .]{0,2}(?:(?:numbers?|num|nr|no|id|code|ref(?:erence)?)(?![a-z])|#|№|n[°º])\.?)`;
const tail = String.raw`\.?[ ]{0,2}#?[ ]{0,2}(?:(?:is|was|are|ist|labell?ed|marked)(?![a-z])|[=:：-])?[ ]{0,2}[:#('+-]?[ ]{0,2}`;

/** Behind a label that has no other meaning, the number may follow at once; behind a common word it needs "no" or "#". */
const gaps = { strong: `${marker}?${tail}`, marked: `${marker}${tail}`, bare: tail };

const spaced = String.raw`(?:\d{2,5}(?: \d{2,5}){1,4}(?![\w.-]))`;
const joined = String.raw`(?:[a-z\d]{1,24}(?:[-./_][a-z\d]{1,20}){0,4})`;

export interface Label {
  type: IdentifierType;
  /** Alternatives in small letters. */
  words: string;
  gap: keyof typeof gaps;
  leastDigits: number;
  /** What the number must look like besides, in small letters. */
  shape?: RegExp;
}

/** A year, a span of years or a decimal is not a number of somebody. */
const figures = /^(?:(?:19|20)\d{2}(?:[-/](?:19|20)?\d{2})?|\d{1,3}\.\d+)$/;

/**
 * Makes a search for numbers behind labels, on text in small letters. The places of all labels are looked up in one
 * pass, and only there is each label tried.
 *
 * @example
 * const find = labelled([{ type: 'medical-record-number', words: 'mrn', gap: 'strong', leastDigits: 4 }]);
 * [...find('mrn: 4471902')] //=> [{ type: 'medical-record-number', start: 5, end: 12 }]
 */
export function labelled(labels: readonly Label[]) {
  const boundary = String.raw`(?=[a-z])(?<![a-z\d])`;
  const anyLabel = new RegExp(`${boundary}(?=${labels.map(({ words }) => words).join('|')})`, 'g');
  const tried = labels.map((label) => ({
    ...label,
    // "MRN6620194" is one word, "MRNs 66" and "case-mix 20" are other ones.
    pattern: new RegExp(
      `(?:${label.words})(?:'s)?(?!-?[a-z])${gaps[label.gap]}(?<value>${spaced}|${joined})`,
      'uy',
    ),
  }));
  return function* find(lower: string): Generator<Candidate> {
    for (const { index } of lower.matchAll(anyLabel)) {
      for (const { type, pattern, leastDigits, shape } of tried) {
        pattern.lastIndex = index;
        const match = pattern.exec(lower);
        const value = match?.groups?.value;
        if (!match || !value) continue;
        if (digitsOf(value).length < leastDigits || figures.test(value) || shape?.test(value) === false)
          continue;
        const end = index + match[0].length;
        yield { type, start: end - value.length, end };
      }
    }
  };
}
