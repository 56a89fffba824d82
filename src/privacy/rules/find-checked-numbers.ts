import { isChineseId } from '../checksums/chinese-id.ts';
import { isCpf, isFrenchSocialSecurity, isSingaporeId, isSpanishId } from '../checksums/country-ids.ts';
import { isHongKongId } from '../checksums/hong-kong-id.ts';
import { isIban } from '../checksums/iban.ts';
import { isLuhn } from '../checksums/luhn.ts';
import { isNhsNumber } from '../checksums/nhs-number.ts';
import { isVehicleNumber } from '../checksums/vehicle-number.ts';
import { isVerhoeff } from '../checksums/verhoeff.ts';
import { eachMatch } from '../each-match.ts';
import type { Candidate } from '../finding.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import type { Page } from '../page.ts';

interface CheckedNumber {
  type: IdentifierType;
  pattern: RegExp;
  /** Of the letters and digits alone. */
  isValid(bare: string): boolean;
}

const always = () => true;
const day = '(?:0[1-9]|[12]\\d|3[01])';
const month = '(?:0[1-9]|1[0-2])';

/** Numbers whose shape or check digit tells them without a label. */
const numbers: readonly CheckedNumber[] = [
  {
    type: 'chinese-id',
    pattern: /(?<![\dA-Za-z])[1-9]\d{5} ?(?:19|20)\d{2} ?\d{4} ?\d{3}[\dXx](?![\dA-Za-z])/g,
    isValid: isChineseId,
  },
  {
    type: 'nhs-number',
    pattern: /(?=\d)(?<![\w.-])\d{3}([ -])\d{3}\1\d{4}(?![\w-]|\.\d)/g,
    isValid: isNhsNumber,
  },
  {
    type: 'account-number',
    pattern: /(?=[A-Z])(?<![\w])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w])/g,
    isValid: isIban,
  },
  {
    type: 'account-number',
    pattern: /(?=[3-6])(?<![\w.-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w-])/g,
    isValid: isLuhn,
  },
  {
    type: 'account-number',
    pattern: /(?=3[47])(?<![\w.-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\w-])/g,
    isValid: isLuhn,
  },
  {
    type: 'vehicle',
    pattern: /(?=[A-HJ-NPR-Z0-9])(?<![\w])[A-HJ-NPR-Z0-9]{17}(?![\w])/g,
    isValid: isVehicleNumber,
  },
  {
    type: 'national-id',
    pattern: /(?=[2-9])(?<![\w.-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![\w-])/g,
    isValid: isVerhoeff,
  },
  { type: 'national-id', pattern: /(?=[A-Z])(?<![\w])[A-Z]{1,2}\d{6} ?\([\dA]\)/g, isValid: isHongKongId },
  { type: 'national-id', pattern: /(?=\d)(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/g, isValid: isCpf },
  {
    type: 'national-id',
    pattern: /(?=[\dXYZ])(?<![\w.-])(?:\d{8}|[XYZ]-?\d{7})-?[A-Z](?![\w-])/g,
    isValid: isSpanishId,
  },
  { type: 'national-id', pattern: /(?=[STFG])(?<![\w.-])[STFG]\d{7}[A-Z](?![\w-])/g, isValid: isSingaporeId },
  {
    type: 'national-id',
    pattern: /(?=[12])(?<![\w.-])[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?![\w-])/g,
    isValid: isFrenchSocialSecurity,
  },
  // Italy, Mexico, Korea, the Nordic countries, India (PAN), the United Kingdom: the shape alone is rare enough.
  {
    type: 'national-id',
    pattern: /(?=[A-Z])(?<![\w])[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![\w])/g,
    isValid: always,
  },
  {
    type: 'national-id',
    pattern: /(?=[A-Z])(?<![\w])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?![\w])/g,
    isValid: always,
  },
  {
    type: 'national-id',
    pattern: new RegExp(String.raw`(?=\d)(?<![\w.-])\d{2}${month}${day}-[1-4]\d{6}(?![\w-])`, 'g'),
    isValid: always,
  },
  {
    type: 'national-id',
    pattern: new RegExp(String.raw`(?=\d)(?<![\w.-])(?:19|20)?\d{2}${month}${day}[-+]\d{4}(?![\w-])`, 'g'),
    isValid: always,
  },
  {
    type: 'national-id',
    pattern: new RegExp(String.raw`(?=\d)(?<![\w.-])${day}${month}\d{2}[-+A]\d{3}[\dA-Y](?![\w-])`, 'g'),
    isValid: always,
  },
  {
    type: 'national-id',
    pattern: /(?=[A-Z])(?<![\w])[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z](?![\w])/g,
    isValid: always,
  },
  {
    type: 'national-id',
    pattern:
      /(?<![\w])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\w])/g,
    isValid: always,
  },
  {
    type: 'health-plan-number',
    pattern:
      /(?<![\w])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w])/g,
    isValid: always,
  },
  {
    type: 'social-security-number',
    pattern: /(?<![\w.-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
    isValid: always,
  },
  // DICOM's identifiers of studies and images, and the device identifiers of GS1.
  {
    type: 'device',
    pattern: /(?<![\w.])[0-2]\.\d{1,3}(?:\.\d{1,39}){4,20}(?![\w])/g,
    isValid: (bare) => bare.length >= 14,
  },
  { type: 'device', pattern: /\(01\) ?\d{14}(?: ?\(\d{2}\) ?[A-Za-z0-9-]{1,20}){0,4}/g, isValid: always },
];

/**
 * Numbers that give themselves away: national identities, bank and card numbers, vehicles, device identifiers.
 *
 * @example
 * [...findCheckedNumbers(readPage('485 777 3457'))] //=> [{ type: 'nhs-number', start: 0, end: 12 }]
 */
export function* findCheckedNumbers({ text }: Page): Generator<Candidate> {
  for (const { type, pattern, isValid } of numbers) {
    for (const { value, start, end } of eachMatch(pattern, text)) {
      if (isValid(value.replace(/[^A-Za-z0-9]/g, ''))) yield { type, start, end };
    }
  }
}
