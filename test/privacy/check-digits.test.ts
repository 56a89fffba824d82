import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChineseId } from '../../src/privacy/checksums/chinese-id.ts';
import {
  isFrenchSocialSecurity,
  isSingaporeId,
  isSpanishId,
} from '../../src/privacy/checksums/country-ids.ts';
import { isHongKongId } from '../../src/privacy/checksums/hong-kong-id.ts';
import { isIban } from '../../src/privacy/checksums/iban.ts';
import { isLuhn } from '../../src/privacy/checksums/luhn.ts';
import { isNhsNumber } from '../../src/privacy/checksums/nhs-number.ts';
import { isVehicleNumber } from '../../src/privacy/checksums/vehicle-number.ts';
import { isVerhoeff } from '../../src/privacy/checksums/verhoeff.ts';

/** Each number with each of its digits replaced by each other one, which all these check digits notice. */
const mistyped = (number: string) =>
  [...number].flatMap((digit, place) =>
    /\d/.test(digit)
      ? [...'0123456789']
          .filter((other) => other !== digit)
          .map((other) => number.slice(0, place) + other + number.slice(place + 1))
      : [],
  );

/** The check character of ISO 7064, MOD 11-2, digit by digit as the standard has it, without weights. */
function iso7064(digits: string): string {
  const product = [...digits].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return '0123456789X'[(12 - product) % 11] ?? '';
}

describe('a check digit', () => {
  it.each([
    ['of the NHS', isNhsNumber, '4857773457'],
    ['of a payment card', isLuhn, '5424180179256315'],
    ['of a bank account', isIban, 'DE89370400440532013000'],
    ['of an Aadhaar number', isVerhoeff, '582109347615'],
    ['of Hong Kong', isHongKongId, 'K4829131'],
    ['of Spain', isSpanishId, '12345678Z'],
    ['of Singapore', isSingaporeId, 'S1234567D'],
    ['of Singapore, from 2000 on', isSingaporeId, 'T1234567J'],
    ['of French social security', isFrenchSocialSecurity, '255081416802538'],
    ['of a vehicle', isVehicleNumber, '2T1BURHE2JC074321'],
  ])('%s is right, and with any one digit mistyped it is not', (_, isRight, number) => {
    expect(isRight(number)).toBe(true);
    const slips = mistyped(number);
    expect(slips.length).toBeGreaterThan(60);
    expect(slips.filter(isRight)).toEqual([]);
  });
});

describe('an identity number of China', () => {
  // A thirteenth month, so that nothing but the check character speaks for it.
  const withoutBirth = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.stringMatching(/^\d{5}$/), fc.stringMatching(/^\d{3}$/))
    .map(([region, place, serial]) => `${region}${place}19881350${serial}`.slice(0, 17));

  it('is one by its check character alone, and by no other character', () => {
    fc.assert(
      fc.property(withoutBirth, (digits) => {
        const right = [...'0123456789X'].filter((check) => isChineseId(digits + check));
        expect(right).toEqual([iso7064(digits)]);
      }),
    );
  });

  it('with a wrong check character is still one when its region and its day of birth are possible', () => {
    const mischecked = (digits: string) => digits + (iso7064(digits) === '0' ? '1' : '0');
    expect(isChineseId(mischecked('33010619880412003'))).toBe(true);
    expect(isChineseId(mischecked('93010619880412003'))).toBe(false);
    expect(isChineseId(mischecked('33010619881312003'))).toBe(false);
  });
});
