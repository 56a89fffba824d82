import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { near } from '../near.ts';
import type { Page } from '../page.ts';
import { monthNames, monthStart } from './month-names.ts';

const patterns = [
  atWords(
    new RegExp(
      String.raw`(?=${monthStart})(?<![\p{L}\d])(?:${monthNames})(?:[ ,/-]{1,2}| of | de )(?:(?:19|20)\d{2}|'\d{2})(?!\d|-\d)`,
      'gu',
    ),
  ),
  near(
    /(?:(?:19|20)\d{2}|[〇零一二三四五六七八九]{4}) ?年 ?(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2}) ?月(?!\s?\d{1,2}\s?[日号])/g,
    /年/g,
    5,
  ),
  atNumbers(/(?=\d)(?<![\w./-])(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}(?![\d/-]|\.\d)/g, 5),
  atNumbers(/(?=\d)(?<![\w./-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d/-]|\.\d)/g, 6),
];

/** Words of a sentence that speaks of publications, not of somebody treated then. */
const literature =
  /(?<![a-z])(?:publi(?:shed|cation)s?|papers?|preprint|journals?|guidelines?|nccn|esmo|asco|who|fda|ema|nmpa|approv(?:ed|al|als)|version|edition|updated?|cut-?off|pubmed|medline|embase|literature|searched|congress|conference|meeting|issue|poster|abstract|retracted)(?![a-z])|发表|指南|文献|批准/;

/**
 * A month with its year: an element of a date, but too common in a history to be refused unasked.
 *
 * @example
 * [...findMonths(readPage('resected in March 2021'))] //=> [{ type: 'month-and-year', start: 12, end: 22 }]
 */
export function* findMonths({ lower, beginnings }: Page): Generator<Candidate> {
  for (const find of patterns) {
    for (const { start, end } of find(lower, beginnings)) {
      if (!literature.test(sentenceAround(lower, start, end))) yield { type: 'month-and-year', start, end };
    }
  }
}

function sentenceAround(lower: string, start: number, end: number): string {
  const before = lower.slice(Math.max(0, start - 160), start).replace(/^[\s\S]*[.\n。](?=\s|\p{L})/u, '');
  const behind = lower.slice(end, end + 120).replace(/[.\n。](?:\s|$)[\s\S]*$/, '');
  return `${before} ${behind}`;
}
