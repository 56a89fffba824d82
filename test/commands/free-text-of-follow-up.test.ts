import { describe, expect, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { CLOSING_REASONS, REOPENING_REASONS } from '../../src/followup/closing-reasons.ts';
import { modalitySpellings, siteSpellings } from '../../src/followup/vocabulary.ts';
import { guardText } from '../../src/privacy/guard-text.ts';

const verdict = (text: string) => guardText(imtFollowup.freeText?.(text) ?? text).verdict;
const behind =
  'due 2027-02-23 window 14d owner <@U1|ada lovelace> backup <@U2> every 3 months until 2032-02-23';

describe('of a typed follow-up', () => {
  test('no modality, body site or reason of the lists looks like an identifier', () => {
    const scans = [...modalitySpellings.keys()].flatMap((modality) =>
      [...siteSpellings.keys()].map((site) => `add CASE-12 ${modality} ${site} ${behind}`),
    );
    const closed = Object.entries(CLOSING_REASONS).flatMap(([state, reasons]) =>
      reasons.map((reason) => `close CASE-12 ${state} ${reason}`),
    );
    const reopened = REOPENING_REASONS.map((reason) => `reopen CASE-12 ${reason}`);
    expect(scans.length).toBeGreaterThan(100);
    expect([...scans, ...closed, ...reopened].filter((text) => verdict(text) !== 'pass')).toEqual([]);
  });

  test('no example looks like an identifier', () => {
    const examples = imtFollowup.examples.map(({ text }) => text.replace('/imt-followup ', ''));
    expect(examples.filter((text) => verdict(text) !== 'pass')).toEqual([]);
  });

  test.each([
    ['a day without its keyword', 'book CASE-12 2027-02-20'],
    ['a day without its keyword, with dashes', 'book CASE-12 2027–02–20'],
    ['a day in another order', 'book CASE-12 on 20/02/2027'],
    ['a day of birth', 'close CASE-12 declined dob 1969-03-14'],
    ['a hospital number in place of a case code', 'show MRN-447190'],
    ['a hospital number in place of a report', 'done CASE-12 exam 2026-11-20 report MRN4471902'],
    ['a telephone number', 'attempt CASE-12 on 2027-04-02 by phone 555-010-4477'],
    ['a name', 'close CASE-12 declined Mr Jones declines'],
    ['a name that nothing announces', 'add John Smith CT chest'],
  ])('%s is screened', (_, text) => {
    expect(verdict(text)).not.toBe('pass');
  });

  test("a report's own number is the proof that is asked for", () => {
    expect(imtFollowup.freeField?.('S24-8891', 'reportReference')).toBe('');
    expect(imtFollowup.freeField?.('S24-8891', 'caseCode')).toBe('S24-8891');
  });
});
