import { anywhere } from '../anywhere.ts';
import { atCodes } from '../at-codes.ts';
import { atNumbers } from '../at-numbers.ts';
import { isChineseId } from '../checksums/chinese-id.ts';
import { isCpf, isFrenchSocialSecurity, isSingaporeId, isSpanishId } from '../checksums/country-ids.ts';
import { isHongKongId } from '../checksums/hong-kong-id.ts';
import { isIban } from '../checksums/iban.ts';
import { isLuhn } from '../checksums/luhn.ts';
import { isNhsNumber } from '../checksums/nhs-number.ts';
import { isVehicleNumber } from '../checksums/vehicle-number.ts';
import { isVerhoeff } from '../checksums/verhoeff.ts';
import type { Candidate } from '../finding.ts';
import type { IdentifierType } from '../identifier-kinds.ts';
import { near } from '../near.ts';
import type { Page } from '../page.ts';

interface CheckedNumber {
  type: IdentifierType;
  find: ReturnType<typeof atNumbers>;
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
    find: atNumbers(
      /(?=[1-9])(?<![\dA-Za-z])[1-9]\d{5} ?(?:19|20)\d{2} ?\d{4} ?\d{3}[\dXx](?![\dA-Za-z])/g,
      17,
    ),
    isValid: isChineseId,
  },
  {
    type: 'nhs-number',
    find: atNumbers(/(?=\d)(?<![\w.-])\d{3}([ -])\d{3}\1\d{4}(?![\w-]|\.\d)/g, 10),
    isValid: isNhsNumber,
  },
  {
    type: 'account-number',
    find: atCodes(/(?=[A-Z])(?<![\w])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w])/g, 2),
    isValid: isIban,
  },
  {
    type: 'account-number',
    find: atNumbers(/(?=[3-6])(?<![\w.-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w-])/g, 13),
    isValid: isLuhn,
  },
  {
    type: 'account-number',
    find: atNumbers(/(?=3[47])(?<![\w.-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\w-])/g, 15),
    isValid: isLuhn,
  },
  {
    type: 'vehicle',
    find: near(/(?<![\w])[A-HJ-NPR-Z0-9]{17}(?![\w])/g, /[A-HJ-NPR-Z0-9]{17}/g, 0),
    isValid: isVehicleNumber,
  },
  {
    type: 'national-id',
    find: atNumbers(/(?=[2-9])(?<![\w.-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![\w-])/g, 12),
    isValid: isVerhoeff,
  },
  {
    type: 'national-id',
    find: atCodes(/(?=[A-Z])(?<![\w])[A-Z]{1,2}\d{6} ?\([\dA]\)/g, 6),
    isValid: isHongKongId,
  },
  {
    type: 'national-id',
    find: atNumbers(/(?=\d)(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/g, 11),
    isValid: isCpf,
  },
  {
    type: 'national-id',
    find: atNumbers(/(?=\d)(?<![\w.-])\d{8}-?[A-Z](?![\w-])/g, 8),
    isValid: isSpanishId,
  },
  {
    type: 'national-id',
    find: atCodes(/(?=[XYZ])(?<![\w.-])[XYZ]-?\d{7}-?[A-Z](?![\w-])/g, 7),
    isValid: isSpanishId,
  },
  {
    type: 'national-id',
    find: atCodes(/(?=[STFG])(?<![\w.-])[STFG]\d{7}[A-Z](?![\w-])/g, 7),
    isValid: isSingaporeId,
  },
  {
    type: 'national-id',
    find: atNumbers(/(?=[12])(?<![\w.-])[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?![\w-])/g, 15),
    isValid: isFrenchSocialSecurity,
  },
  // Italy, Mexico, Korea, the Nordic countries, India (PAN), the United Kingdom: the shape alone is rare enough.
  {
    type: 'national-id',
    find: atCodes(/(?=[A-Z])(?<![\w])[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![\w])/g, 2),
    isValid: always,
  },
  {
    type: 'national-id',
    find: atCodes(/(?=[A-Z])(?<![\w])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?![\w])/g, 6),
    isValid: always,
  },
  {
    type: 'national-id',
    find: atNumbers(
      new RegExp(String.raw`(?=\d)(?<![\w.-])\d{2}${month}${day}-[1-4]\d{6}(?![\w-])`, 'g'),
      10,
    ),
    isValid: always,
  },
  {
    type: 'national-id',
    find: atNumbers(
      new RegExp(String.raw`(?=\d)(?<![\w.-])(?:19|20)?\d{2}${month}${day}[-+]\d{4}(?![\w-])`, 'g'),
      6,
    ),
    isValid: always,
  },
  {
    type: 'national-id',
    find: atNumbers(
      new RegExp(String.raw`(?=\d)(?<![\w.-])${day}${month}\d{2}[-+A]\d{3}[\dA-Y](?![\w-])`, 'g'),
      6,
    ),
    isValid: always,
  },
  {
    type: 'national-id',
    find: atCodes(/(?=[A-Z])(?<![\w])[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z](?![\w])/g, 4),
    isValid: always,
  },
  {
    type: 'national-id',
    find: atCodes(
      /(?=[A-CEGHJ-PR-TW-Z])(?<![\w])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\w])/g,
      6,
    ),
    isValid: always,
  },
  {
    type: 'health-plan-number',
    find: atNumbers(
      /(?=[1-9])(?<![\w])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w])/g,
      1,
    ),
    isValid: always,
  },
  {
    type: 'social-security-number',
    find: atNumbers(/(?=\d)(?<![\w.-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g, 9),
    isValid: always,
  },
  // DICOM's identifiers of studies and images, and the device identifiers of GS1.
  {
    type: 'device',
    find: atNumbers(/(?=[0-2])(?<![\w.])[0-2]\.\d{1,3}(?:\.\d{1,39}){4,20}(?![\w])/g, 6),
    isValid: (bare) => bare.length >= 14,
  },
  {
    type: 'device',
    find: anywhere(/\(01\) ?\d{14}(?: ?\(\d{2}\) ?[A-Za-z0-9-]{1,20}){0,4}/g),
    isValid: always,
  },
];

/**
 * Numbers that give themselves away: national identities, bank and card numbers, vehicles, device identifiers.
 *
 * @example
 * [...findCheckedNumbers(readPage('485 777 3457'))] //=> [{ type: 'nhs-number', start: 0, end: 12 }]
 */
export function* findCheckedNumbers({ text, beginnings }: Page): Generator<Candidate> {
  for (const { type, find, isValid } of numbers) {
    for (const { value, start, end } of find(text, beginnings)) {
      if (isValid(value.replace(/[^A-Za-z0-9]/g, ''))) yield { type, start, end };
    }
  }
}
