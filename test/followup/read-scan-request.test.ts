import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { TERMINAL_STATES } from '../../src/followup/follow-up.ts';
import { readScanRequest, type ScanFacts } from '../../src/followup/read-scan-request.ts';

const takes = [
  'examOn',
  'reportReference',
  'reviewedBy',
  'state',
  'reason',
  'way',
  'on',
] as const satisfies (keyof ScanFacts)[];

describe('what is typed of one scan', () => {
  test.each<[string, object]>([
    [
      'CASE-12 exam 2027-02-20 report RPT-1 reviewer <@U3|ada b>',
      { examOn: '2027-02-20', reportReference: 'RPT-1', reviewedBy: 'U3' },
    ],
    ['reviewer <@U3> case-12', { reviewedBy: 'U3' }],
    ['CASE-12 on 2027-04-02 by phone', { on: '2027-04-02', way: 'phone' }],
    [
      'CASE-12 as not clinically necessary because board changed the plan',
      { state: 'not-clinically-necessary', reason: 'board changed the plan' },
    ],
    ['CASE-12 not-clinically-necessary', { state: 'not-clinically-necessary' }],
    ['CASE-12 Lost to follow-up', { state: 'lost-to-follow-up' }],
    [
      'CASE-12 declined patient declines all follow-up',
      { state: 'declined', reason: 'patient declines all follow-up' },
    ],
    ['CASE-12 completed elsewhere', { state: 'completed-elsewhere' }],
    ['CASE-12 duplicate', { state: 'superseded', reason: 'duplicate' }],
    [
      'CASE-12 as superseded because start of the plan changed',
      { state: 'superseded', reason: 'anchor changed' },
    ],
    ['CASE-12 superseded anchor changed', { state: 'superseded', reason: 'anchor changed' }],
  ])('reads %s', (text, facts) => {
    expect(readScanRequest(text, takes)).toEqual({ choice: { caseCode: 'CASE-12' }, facts });
  });

  test('names the follow-up and the date that are meant', () => {
    expect(readScanRequest('CASE-12 blood count blood scan 2027-02-23', []).choice).toEqual({
      caseCode: 'CASE-12',
      modality: 'blood count',
      bodySite: 'blood',
      scanOn: '2027-02-23',
    });
  });

  test.each([
    ['exam 2027-02-20', 'The case code is missing'],
    ['CASE-12 exam tomorrow', 'Write year, month and day'],
    ['CASE-12 exam', 'Write year, month and day'],
    ['CASE-12 reviewer ada', 'reviewer @name'],
    ['CASE-12 CASE-13', 'given twice'],
    ['CASE-12 until 2027-03-01', '`until`, does not belong here'],
  ])('refuses %s', (text, sentence) => {
    expect(() => readScanRequest(text, takes)).toThrow(sentence);
  });

  test('of a close that says no way is answered with every way but being done, which has a word of its own', () => {
    const ways = TERMINAL_STATES.filter((state) => state !== 'completed').map((state) => `\`${state}\``);
    const says = (text: string) => () => readScanRequest(text, takes);
    for (const way of ways) expect(says('CASE-12 somehow')).toThrow(way);
    expect(says('CASE-12 somehow')).not.toThrow('`completed`');
  });

  test('is read or refused, never anything else, and no refusal repeats an unknown word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 8 }), (words) => {
        try {
          readScanRequest(['zqx4711canary', ...words].join(' '), takes);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as Error).message).not.toContain('4711');
        }
      }),
    );
  });
});
