import { blackout } from './blackout.ts';
import { citationsIn } from './citations.ts';
import { maskFindings } from './mask-findings.ts';
import { near } from './near.ts';

const number = String.raw`\d{1,5}(?:[.,]\d{1,3})?`;
const unit =
  '(?:c?gy|cge|mgy|mg|ug|µg|mcg|kg|ml|dl|mmhg|mm|cm|mbq|gbq|mci|mv|mev|kev|hpf|mm2|m2|iu|umol|mmol|hu|fx|frx|fractions?|fr)';

/** Doses and sizes: figures of the field that would otherwise look like ages, numbers and postcodes. */
const measure = new RegExp(
  String.raw`(?<![\p{L}\d./-])${number}(?:[ ]?[-/x×][ ]?${number}){0,3}[ -]?${unit}(?![\p{L}\d])(?:[ ]?[/x×@][ ]?\d{1,3}(?:\.\d{1,2})?[ ]?(?:fx|frx|fr|f|#|w|d|次)?(?![\p{L}\d]))?`,
  'giu',
);
const share = near(/(?<![\p{L}\d./-])\d{1,3}(?:\.\d{1,3})?[ ]?%/gu, /%/g, 8);

/**
 * Blacks out doses, measures and citations, so that no rule takes them for an identifier. The length stays.
 *
 * @example
 * maskClinical('PMID 38912074, 54 Gy/27F') //=> '¤¤¤¤¤¤¤¤¤¤¤¤¤, ¤¤¤¤¤¤¤¤¤'
 */
export function maskClinical(plain: string): string {
  const masked = [...citationsIn(plain), measure].reduce(
    (text, pattern) => text.replace(pattern, (seen) => blackout.repeat(seen.length)),
    plain,
  );
  return maskFindings(masked, share(masked));
}
