import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { isCaseCode, parseCaseCode } from '../../src/followup/parse-case-code.ts';

describe('a case code', () => {
  test('is letters, a hyphen and up to six digits', () => {
    expect(parseCaseCode('CASE-12')).toBe('CASE-12');
    expect(parseCaseCode(' imt-000123 ')).toBe('IMT-000123');
  });

  test.each([
    'CASE12',
    'CASE-1234567',
    'CASE-',
    '-12',
    '12345678',
    'CASE 12',
    'CASE-12a',
    'Jane-Doe',
    'CÄSE-1',
    '',
    `${'A'.repeat(13)}-1`,
    'CASE-12\nX',
  ])('is refused as %j without being repeated', (text) => {
    expect(() => parseCaseCode(text)).toThrow(UserError);
    try {
      parseCaseCode(text);
    } catch (error) {
      if (text.length > 1 && !'CASE-12'.includes(text)) expect((error as Error).message).not.toContain(text);
    }
  });

  test('is accepted only as the text that comes out, whatever goes in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]{0,14}-?[0-9]{0,8}$/)), (text) => {
        if (!isCaseCode(text)) expect(() => parseCaseCode(text)).toThrow(UserError);
        else expect(parseCaseCode(parseCaseCode(text))).toMatch(/^[A-Z]{1,12}-\d{1,6}$/);
      }),
    );
  });
});
