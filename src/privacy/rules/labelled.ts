import type { Beginnings } from '../beginnings.ts';
import type { Candidate } from '../finding.ts';
import { hasHead, headTable } from '../head-table.ts';
import { headsOf } from '../heads-of.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import { digitsOf } from './digits-of.ts';

const marker = String.raw`(?:[ .]{0,2}(?:(?:numbers?|num|nr|no|id|code|ref(?:erence)?)(?![a-z])|#|№|n[°º])\.?)`;
const tail = String.raw`\.?[ ]{0,2}#?[ ]{0,2}(?:(?:is|was|are|ist|labell?ed|marked)(?![a-z])|[=:：-])?[ ]{0,2}[:#('+-]?[ ]{0,2}`;

/** "MRN for Quillfeather is 4471902" */
const ofSomebody = String.raw`(?: (?:for|of) [\p{L}'-]{2,24}(?: [\p{L}'-]{2,24})?(?= (?:is|was)|[:=]))?`;

/** Behind a label that has no other meaning, the number may follow at once; behind a common word it needs "no" or "#". */
const gaps = { strong: `${marker}?${ofSomebody}${tail}`, marked: `${marker}${tail}`, bare: tail };

/** Letters of a hospital may stand before the groups: "RXH 552 910"; small words may not. */
const spaced = String.raw`(?:(?:(?!(?:a[lnst]|are|at|by|for|from|had|has|in|is|no|not?|of|on|or|per|the|to|was|with) )[a-z]{1,4} )?\d{2,5}(?: \d{2,5}){1,4}(?![\w.-]))`;
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
 * Makes a search for numbers behind labels, on text in small letters. Each label is tried only at the words that begin
 * with its letters.
 *
 * @example
 * const find = labelled([{ type: 'medical-record-number', words: 'mrn', gap: 'strong', leastDigits: 4 }]);
 * find('mrn: 4471902', beginningsOf('mrn: 4471902')) //=> [{ type: 'medical-record-number', start: 5, end: 12 }]
 */
export function labelled(labels: readonly Label[]) {
  const tried = labels.map((label) => ({
    ...label,
    table: headTable(headsOf(label.words).split('|')),
    // "MRN6620194" is one word, "MRNs 66" and "case-mix 20" are other ones.
    pattern: new RegExp(
      `(?<![a-z\\d])(?:${label.words})(?:'s)?(?!-?[a-z])${gaps[label.gap]}(?<value>${spaced}|${joined})`,
      'uy',
    ),
  }));
  const any = headTable(labels.flatMap(({ words }) => headsOf(words).split('|')));
  return (lower: string, { wordAt, wordHead }: Beginnings): Candidate[] => {
    const found: Candidate[] = [];
    for (let word = 0; word < wordAt.length; word += 1) {
      const head = wordHead[word] ?? 0;
      if (!hasHead(any, head)) continue;
      for (const label of tried) {
        const candidate = hasHead(label.table, head) ? findOne(lower, wordAt[word] ?? 0, label) : undefined;
        if (candidate) found.push(candidate);
      }
    }
    return found;
  };
}

function findOne(
  lower: string,
  at: number,
  { type, pattern, leastDigits, shape }: Label & { pattern: RegExp },
): Candidate | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(lower);
  const value = match?.groups?.value;
  if (!match || !value) return undefined;
  if (digitsOf(value).length < leastDigits || figures.test(value) || shape?.test(value) === false)
    return undefined;
  const end = at + match[0].length;
  return { type, start: end - value.length, end };
}
