import { atCapitals } from '../at-capitals.ts';
import { atNumbers } from '../at-numbers.ts';
import type { Candidate } from '../finding.ts';
import type { Page } from '../page.ts';

const kind =
  '(?:Road|Rd\\.?|Marg|Nagar|Colony|Street|St\\.?|Lane|Layout|Enclave|Vihar|Chowk|Salai|Puram|Society|Apartments?|Gali|Path|Extension|Extn\\.?|Sector|Phase|Block|Main|Cross|Bazaar|Ganj|Bagh|Peth|Wadi|Complex|Towers?|Residency|Heights)';
const pin = String.raw`[ ,-]{1,3}[1-9]\d{2} ?\d{3}(?!\d)`;

/** 12/4 Koregaon Park Road, Pune 411001: what is behind the kind of way may be missing. */
const ways = atNumbers(
  new RegExp(
    String.raw`(?=\d{1,4}[A-Za-z]?[-/]\d)(?<![\p{L}\d.,/-])\d{1,4}[A-Za-z]?(?:[-/]\d{1,5}[A-Za-z]?){1,3},? (?:\p{Lu}[\p{L}'.-]{0,24},? ){1,4}?${kind}(?![\p{L}])(?: ?\d{1,3}(?!\d))?(?:,? \p{Lu}[\p{L}'-]{2,24}){0,3}(?:${pin})?`,
    'gu',
  ),
  2,
);
/** A town and its number of six digits behind any words with capitals. */
const towns = [
  atNumbers(
    new RegExp(
      String.raw`(?=\d)(?<![\p{L}\d.,/-])\d{1,4}[A-Za-z]?(?:[-/]\d{1,5}[A-Za-z]?){0,3},? (?:(?:\p{Lu}[\p{L}'.-]{0,24}|\d{1,3}(?:st|nd|rd|th)?),? ){1,8}?\p{Lu}[\p{L}'-]{2,24}${pin}`,
      'gu',
    ),
    1,
  ),
  // B-204, Shanti Nagar, Mumbai 400055
  atCapitals(
    new RegExp(
      String.raw`(?=\p{Lu})(?<![\p{L}\d])[A-Z]{1,2}[- /]?\d{1,4}[A-Z]?,? (?:\p{Lu}[\p{L}'.-]{1,24},? (?:\d{1,3},? )?){1,6}?\p{Lu}[\p{L}'-]{2,24}${pin}`,
      'gu',
    ),
  ),
];
const pinHint = /[a-z][ ,-]{1,3}[1-9]\d{2} ?\d{3}(?!\d)/;

/**
 * Addresses as they are written in India: the number with a stroke, or a town with its PIN code.
 *
 * @example
 * findIndianAddresses(readPage('12/4 Park Road, Pune 411001')).next().value //=> { type: 'address', start: 0, end: 27 }
 */
export function* findIndianAddresses({ text, lower, beginnings }: Page): Generator<Candidate> {
  for (const find of [ways, ...(pinHint.test(lower) ? towns : [])]) {
    for (const { start, end } of find(text, beginnings)) yield { type: 'address', start, end };
  }
}
