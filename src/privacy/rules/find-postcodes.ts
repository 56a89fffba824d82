import { atCodes } from '../at-codes.ts';
import { atNumbers } from '../at-numbers.ts';
import { atWords } from '../at-words.ts';
import type { Candidate } from '../finding.ts';
import { near } from '../near.ts';
import type { Page } from '../page.ts';

const areas =
  'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';

const patterns = [
  atCodes(
    new RegExp(
      String.raw`(?=[A-Z]{1,2}\d)(?<![\w.-])(?:${areas})\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\w-])`,
      'g',
    ),
    1,
  ),
  atCodes(/(?=[A-Y]\d)(?<![\w.-])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d(?![\w-])/g, 1),
  atCodes(
    /(?=[A-Z]{2},? \d)(?<![\w.-])(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?![\w-])/g,
    5,
  ),
  atNumbers(/(?=\d{5}-)(?<![\w.-])\d{5}-\d{4}(?![\w-]|\.\d)/g, 9),
];
const announced = [
  atWords(
    /(?=zip|pos|plz|cod|cap|eir|pin)(?<![a-z])(?:zip(?: ?code)?|post ?-?codes?|postal ?code|plz|postleitzahl|code postal|cap|eircode|pin ?code)\.?[ ]{0,2}(?:is|was|[:=#-])?[ ]{0,2}(?<value>\d{4,6}(?:-\d{3,4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|[a-z]\d{2} ?[a-z\d]{4})(?![\w])/g,
  ),
  near(/邮(?:政)?编(?:码)? ?[:是]? ?(?<value>\d{6})(?!\d)/g, /邮/g, 0),
];

/**
 * Postcodes of the United Kingdom, Canada and the United States by their shape, others behind a label.
 *
 * @example
 * [...findPostcodes(readPage('from M13 9PL'))] //=> [{ type: 'postcode', start: 5, end: 12 }]
 */
export function* findPostcodes({ text, lower, beginnings }: Page): Generator<Candidate> {
  for (const find of patterns) {
    for (const { start, end } of find(text, beginnings)) yield { type: 'postcode', start, end };
  }
  for (const find of announced) {
    for (const { start, end } of find(lower, beginnings)) yield { type: 'postcode', start, end };
  }
}
