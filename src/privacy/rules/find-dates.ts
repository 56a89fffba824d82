import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { near } from '../near.ts';
import type { Page } from '../page.ts';
import { isPublicationDate } from './is-publication-date.ts';
import { isSurelyMonth, monthNames, monthStart } from './month-names.ts';

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])(?!\d)`;
const year = String.raw`(?:(?:18|19|20)\d{2}|'\d{2})(?!\d)`;
const shortYear = String.raw`(?:(?:18|19|20)\d{2}|'?\d{2})(?![\d.]\d|\d)`;
const clock = String.raw`(?:[t ,]{1,2}\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?z|[+-]\d{2}:?\d{2})?(?!\d))?`;
const range = String.raw`(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?(?: ?[-/&] ?| to | and ))?`;

const withYear = [
  atNumbers(
    new RegExp(
      String.raw`(?=\d)(?<![\w.,/-])${range}${day}(?:st|nd|rd|th|\.|er)?(?:[ ./-]{0,2}|(?: of | de | di |de ))(?<month>${monthNames})[ ,./-]{0,2}(?:de )?${shortYear}${clock}`,
      'gu',
    ),
    1,
  ),
  atWords(
    new RegExp(
      String.raw`(?=${monthStart})(?<![\p{L}\d])(?<month>${monthNames})[ ./-]{0,2}(?:the )?${range}${day}(?:st|nd|rd|th)?[ ,./-]{1,3}${year}${clock}`,
      'gu',
    ),
  ),
  atNumbers(
    new RegExp(String.raw`(?=\d)(?<![\w.,/-])(?:19|20)\d{2}[ ./-](?<month>${monthNames})[ ./-]${day}`, 'gu'),
    4,
  ),
];

/** What a number counts when it stands behind "May" and is no day. */
const counted = String.raw`(?!(?:-?\d|[.,/:]\d|[ -]?(?:[-x×/]|to )[ ]?\d|[ -]?(?:patients?|pts?|cases?|cycles?|weeks?|months?|years?|yrs?|days?|hours?|hrs?|h|times|more|or|out|of|in \d|series|sites?|lesions?|nodules?|trials?|studies|papers|¤)(?![a-z])|[ ]?[%¤]))`;
const withoutYear = [
  atNumbers(
    new RegExp(
      String.raw`(?=\d)(?<![\w.,/-])${range}${day}(?:st|nd|rd|th|\.)?(?:[ -]|(?: of | de ))(?<month>${monthNames})(?![ ]?(?:\d|¤))`,
      'gu',
    ),
    1,
  ),
  atWords(
    new RegExp(
      String.raw`(?=${monthStart})(?<![\p{L}\d])(?<month>${monthNames})[ -](?:the )?${day}(?:st|nd|rd|th)?(?![a-z\p{L}])${counted}`,
      'gu',
    ),
  ),
];

const ordinal = atWords(
  /(?=on|by|sin|unt|til|fro)(?<![a-z\d])(?:on|by|since|until|till|from) the (?<value>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th) of (?:this|last|next) month)/g,
);

const numeric = [
  atNumbers(
    new RegExp(
      String.raw`(?=\d)(?<![\w./-])(?:18|19|20)\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\d/-]|\.\d)${clock}(?!\d)`,
      'gu',
    ),
    6,
  ),
  atNumbers(
    new RegExp(
      String.raw`(?=\d)(?<![\w./-])(?:(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])([-./])(?:0?[1-9]|[12]\d|3[01]))(?:\1|\2)(?:18|19|20)\d{2}(?![\d/-]|\.\d)${clock}`,
      'gu',
    ),
    6,
  ),
  atNumbers(
    /(?=\d)(?<![\w./-])(?:(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01]))\/\d{2}(?![\d/-]|\.\d| ?(?:¤|mm|cm|%))/g,
    4,
  ),
  atNumbers(
    /(?=\d)(?<![\w./-])(?:(?:0[1-9]|[12]\d|3[01])([.-])(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])([.-])(?:0[1-9]|[12]\d|3[01]))(?:\1|\2)\d{2}(?![\d/-]|\.\d| ?¤)/g,
    6,
  ),
  atNumbers(
    /(?=\d)(?<![\w./-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:t?\d{4,6})?(?![\w/-]|\.\d)/g,
    8,
  ),
];
/** 14-3-23 could be anything but for the scan beside it. */
const loose = atNumbers(
  /(?=\d)(?<![\w./-])(?<!\d )(?:[12]\d|3[01]|0?[1-9])([-.])(?:0?[1-9]|1[0-2])\1\d{2}(?=,? (?:ct|mri|pet|scan|op|surgery|biopsy|cxr|rt|clinic)(?![a-z]))/g,
  4,
);
const versionBefore = /(?:version|release|section|chapter|v|§|build|figure|table) ?$/;

/** 5/17 is a date behind a word of time, and when nothing is counted by it. Searched from the figures on, which are rarer than words. */
const dayAndMonth = atNumbers(
  /(?=\d{1,2}\/\d)(?<![\d])(?<=(?<![a-z\d])(?:on|since|until|till|dated?|admitted|discharged|seen|op|surgery|operated|resected|scanned|reported|received|collected|started?|finished|completed|ended|dob|born|died|visit|appointment|clinic|booked for|scheduled for)[ :]{1,2})(?:(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01]))(?=[ ]{0,2}(?:$|[,;:)\n]|\.(?!\d)|(?:and|with|for|at|he|she|it|they|showed|shows|then|after|because|as|by|but|due|via|was|is|ct|mri|pet|rt)(?![a-z])))/gm,
  2,
);

const chinese = [
  near(
    /(?:(?:(?:19|20)?\d{2}|[〇零一二三四五六七八九]{4}) ?年 ?)(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号號]?/g,
    /年/g,
    5,
  ),
  near(
    /(?<![\d])(?:\d{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}) ?月 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号號]/g,
    /月/g,
    3,
  ),
];

const bornBefore =
  /(?:(?<![a-z])(?:dob|d\.o\.b|date of birth|birth ?-?(?:date|day)|born|geb(?:oren)?|geburtsdatum|née?|nacid[oa]|nato|nata|b)\.?(?: (?:on|am|le|el|il|is))?|出生(?:日期|年月日?)?|生日)[ ]{0,2}(?:is|was|[:=#(-]|为|是|于)?[ :(]{0,3}$/;
const bornBehind = /^ ?(?:出生|生(?![物长])|\(?(?:dob|date of birth)\)?)/;
const birthValue = String.raw`[ ]{0,2}[:=#-]?[ ]{0,2}(?<value>\d{1,2}[ ./-]?\d{1,2}[ ./-]?\d{2,4}|\d{4}[ ./-]?\d{1,2}[ ./-]?\d{1,2})(?![\d])`;
const birthDigits = [
  atWords(
    new RegExp(
      String.raw`(?=dob|d\.|dat|bir)(?<![a-z])(?:dob|d\.o\.b\.?|date of birth|birth ?date)${birthValue}`,
      'g',
    ),
  ),
  near(new RegExp(`(?:出生日期|生日)${birthValue}`, 'g'), /日/g, 3),
];

/**
 * Dates with a day, of birth or of anything else. A date of a publication or of a drug's approval is none of a patient.
 *
 * @example
 * [...findDates(readPage('born 14 March 1969'))] //=> [{ type: 'date-of-birth', start: 5, end: 18 }]
 */
export function* findDates(page: Page): Generator<Candidate> {
  const { lower, beginnings } = page;
  for (const find of birthDigits) {
    for (const { start, end } of find(lower, beginnings)) yield { type: 'date-of-birth', start, end };
  }
  const places = [...written(page)].map(({ start, end }) => {
    const before = lower.slice(Math.max(0, start - 160), start);
    const isBirth = bornBefore.test(before.slice(-30)) || bornBehind.test(lower.slice(end, end + 18));
    return { start, end, isBirth, isExcused: !isBirth && isPublicationDate(before) };
  });
  const excused = places.filter(({ isExcused }) => isExcused);
  for (const { start, end, isBirth } of places) {
    // "Sep 5" is no date of its own within "Epub 2017 Sep 5".
    if (!isBirth && excused.some((whole) => whole.start <= start && end <= whole.end)) continue;
    yield { type: isBirth ? 'date-of-birth' : 'date', start, end };
  }
}

function* written({ text, lower, beginnings }: Page): Generator<{ start: number; end: number }> {
  for (const find of withYear) yield* find(lower, beginnings);
  for (const find of withoutYear) {
    for (const { start, end, groups } of find(lower, beginnings)) {
      const at = lower.indexOf(groups.month ?? '', start);
      if (isSurelyMonth(text.slice(at, at + (groups.month ?? '').length))) yield { start, end };
    }
  }
  for (const find of numeric) {
    for (const { start, end } of find(lower, beginnings)) {
      if (!versionBefore.test(lower.slice(Math.max(0, start - 10), start))) yield { start, end };
    }
  }
  yield* dayAndMonth(lower, beginnings);
  yield* loose(lower, beginnings);
  for (const find of chinese) yield* find(text);
  yield* ordinal(lower, beginnings);
}
