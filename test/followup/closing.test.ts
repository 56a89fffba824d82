import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { closeDeceased } from '../../src/followup/close-deceased.ts';
import { closeLost, logAttempt } from '../../src/followup/close-lost.ts';
import { closeWithReason } from '../../src/followup/close-with-reason.ts';
import { CLOSING_REASONS, type ReasonedState } from '../../src/followup/closing-reasons.ts';
import { complete } from '../../src/followup/complete.ts';
import { completeElsewhere } from '../../src/followup/complete-elsewhere.ts';
import { type AroundScan, nothingAround } from '../../src/followup/exam-date.ts';
import type { ContactWay, Occurrence } from '../../src/followup/follow-up.ts';
import { reopen } from '../../src/followup/reopen.ts';
import { actOn, occurrenceForTest, settingsForTest } from './follow-up-for-test.ts';

const act = actOn('2027-03-01', 'UCLOSER');
const proof = { examOn: '2027-02-20', reportReference: 'RAD-20931', reviewedBy: 'UREADER' };

describe('done', () => {
  test('keeps the exam date, the report, who read it and who closed it', () => {
    const { occurrence, entry } = complete(occurrenceForTest(), proof, act);
    expect(occurrence).toMatchObject({
      ...proof,
      closing: { state: 'completed', by: 'UCLOSER', atMs: act.atMs },
    });
    expect(entry).toMatchObject({
      action: 'completed',
      by: 'UCLOSER',
      atMs: act.atMs,
      occurrenceId: 'o1',
      followUpId: 'f1',
    });
    expect(entry.changes).toContainEqual({ field: 'examOn', from: null, to: '2027-02-20' });
  });

  test.each([
    [{ ...proof, examOn: null }, 'the exam date is missing'],
    [{ ...proof, reportReference: '  ' }, 'the report reference is missing'],
    [{ ...proof, reviewedBy: null }, 'the reviewer is missing'],
    [
      { examOn: null, reportReference: null, reviewedBy: null },
      'the exam date, the report reference and the reviewer are missing',
    ],
  ])('says which field is missing: %j', (given, told) => {
    expect(() => complete(occurrenceForTest(), given, act)).toThrow(told);
  });

  test('is refused with an exam that has not come yet', () => {
    expect(() => complete(occurrenceForTest(), { ...proof, examOn: '2027-03-02' }, act)).toThrow(
      /has not come yet/,
    );
  });

  test('is refused with the scan of the date before', () => {
    const second = occurrenceForTest({ number: 1, targetOn: '2027-05-23', plannedOn: '2027-05-23' });
    const first = occurrenceForTest({ id: 'o0' });
    const of = (...dates: Occurrence[]) => ({ ...nothingAround, dates });
    const done = (around: AroundScan) => () => complete(second, proof, actOn('2027-05-20'), around);
    expect(done(of(first, second))).toThrow('falls into the window of 2027-02-23');
    expect(done(of(first, second))).toThrow(
      'Close that date with it: write `scan 2027-02-23` behind the case code',
    );
    const closed = complete(first, proof, act).occurrence;
    expect(done(of(closed, second))).toThrow(
      'window of 2027-02-23, not of 2027-05-23. That date is closed already (completed)',
    );
    // Nothing is said of a date whose window does not hold it.
    expect(done(of({ ...first, targetOn: '2027-01-20' }, second))).toThrow('lies 78 days before');
  });

  test('takes the scan of the day that was planned, though the date was moved to later', () => {
    const moved = occurrenceForTest({ number: 1, plannedOn: '2027-05-23', targetOn: '2027-09-10' });
    const given = { ...proof, examOn: '2027-05-23' };
    expect(complete(moved, given, actOn('2027-05-25')).occurrence.examOn).toBe('2027-05-23');
  });

  test('is refused with an exam well before the window, with the days between and what to write', () => {
    const early = (one: Occurrence, examOn: string, todayOn: string) => () =>
      complete(one, { ...proof, examOn }, actOn(todayOn));
    for (const one of [occurrenceForTest({ intervalDays: null }), occurrenceForTest()]) {
      const told = early(one, '2026-12-01', '2026-12-07');
      expect(told).toThrow(
        'An exam of 2026-12-01 lies 70 days before the window of 2027-02-23, which opens on 2027-02-09',
      );
      expect(told).toThrow('`/imt-followup reschedule`, the case code and `scan 2027-02-23 to 2026-12-07`');
      expect(told).toThrow(
        'the case code and `scan 2027-02-23 not-clinically-necessary replaced by another examination`',
      );
      expect(early(one, '2026-02-20', '2026-12-07')).toThrow('If it is a wrong year or day');
      expect(early(one, '2026-02-20', '2026-12-07')).not.toThrow('reschedule');
    }
    const elsewhere = { examOn: '2026-12-01', proof: 'EXT-77', witness: null };
    expect(() => completeElsewhere(occurrenceForTest(), elsewhere, act)).toThrow('lies 70 days before');
  });

  test('takes an exam a little before the window, unless that was before the follow-up was entered', () => {
    const given = { ...proof, examOn: '2027-01-26' };
    expect(complete(occurrenceForTest(), given, act).occurrence.examOn).toBe('2027-01-26');
    expect(() => complete(occurrenceForTest(), { ...proof, examOn: '2027-01-25' }, act)).toThrow('15 days');
    const around = { ...nothingAround, enteredOn: '2027-01-27' };
    expect(() => complete(occurrenceForTest(), given, act, around)).toThrow(
      'and before this follow-up was entered on 2027-01-27',
    );
    const within = { ...nothingAround, enteredOn: '2027-02-15' };
    expect(complete(occurrenceForTest(), { ...proof, examOn: '2027-02-12' }, act, within).entry.action).toBe(
      'completed',
    );
    const weekly = occurrenceForTest({ intervalDays: 7, windowDays: 1 });
    expect(complete(weekly, { ...proof, examOn: '2027-02-20' }, act).occurrence.examOn).toBe('2027-02-20');
    expect(() => complete(weekly, { ...proof, examOn: '2027-02-19' }, act)).toThrow('lies 3 days before');
  });

  test('does not take a sentence as a report’s reference, and does not repeat it', () => {
    const sentence = 'Mrs Miller looked well';
    expect(() => complete(occurrenceForTest(), { ...proof, reportReference: sentence }, act)).toThrow(
      UserError,
    );
    expect(() => complete(occurrenceForTest(), { ...proof, reportReference: sentence }, act)).not.toThrow(
      /Miller/,
    );
  });

  test('is refused with the report that closed another date of the follow-up', () => {
    const before = complete(occurrenceForTest({ id: 'o0' }), proof, act).occurrence;
    const moved = occurrenceForTest({ id: 'o1', number: 1, plannedOn: '2027-05-23', targetOn: '2027-03-02' });
    const around = (one: Occurrence) => ({ ...nothingAround, dates: [one, moved] });
    const again = () => complete(moved, { ...proof, examOn: '2027-02-26' }, act, around(before));
    expect(again).toThrow('closed the date of 2027-02-23 already');
    expect(again).not.toThrow('RAD-20931');
    const reopened = { ...before, closing: null, reportReference: null };
    expect(() => complete(moved, { ...proof, examOn: '2027-02-26' }, act, around(reopened))).not.toThrow();
  });

  test('happens once: the second to press is told', () => {
    const { occurrence } = complete(occurrenceForTest(), proof, act);
    expect(() => complete(occurrence, proof, act)).toThrow('closed already (completed)');
  });

  test('leaves the record that it was given as it was', () => {
    const before = occurrenceForTest();
    const copy = structuredClone(before);
    complete(before, proof, act);
    expect(before).toEqual(copy);
  });
});

describe('done elsewhere', () => {
  test('takes a proof or a named witness', () => {
    const byProof = completeElsewhere(
      occurrenceForTest(),
      { examOn: '2027-02-20', proof: 'EXT-77', witness: null },
      act,
    );
    const byWitness = completeElsewhere(
      occurrenceForTest(),
      { examOn: '2027-02-20', proof: null, witness: 'UDOC' },
      act,
    );
    expect(byProof.occurrence.closing).toMatchObject({
      state: 'completed-elsewhere',
      proof: 'EXT-77',
      witness: null,
    });
    expect(byWitness.occurrence.closing).toMatchObject({ proof: null, witness: 'UDOC' });
  });

  test('is refused with neither, and without an exam date', () => {
    expect(() =>
      completeElsewhere(occurrenceForTest(), { examOn: '2027-02-20', proof: ' ', witness: null }, act),
    ).toThrow(/its proof is missing/);
    expect(() =>
      completeElsewhere(occurrenceForTest(), { examOn: null, proof: 'EXT-77', witness: null }, act),
    ).toThrow(/exam date is missing/);
  });
});

describe('a scan that will not be done', () => {
  test.each(Object.entries(CLOSING_REASONS))(
    'as %s keeps who closed it and a reason of the list',
    (state, reasons) => {
      const { closing } = closeWithReason(
        occurrenceForTest(),
        state as ReasonedState,
        reasons[0],
        act,
      ).occurrence;
      expect(closing).toMatchObject({ state, reason: reasons[0], by: 'UCLOSER' });
    },
  );

  test('is refused without a reason, and with free text, which is not repeated', () => {
    expect(() => closeWithReason(occurrenceForTest(), 'declined', null, act)).toThrow(
      /Pick one of: patient declines this scan/,
    );
    expect(() => closeWithReason(occurrenceForTest(), 'declined', 'Mr Smith said no', act)).toThrow(
      /^(?!.*Smith).*reason is missing/,
    );
  });
});

test('"deceased" closes every open scan of the case and leaves the closed ones as they are', () => {
  const done = complete(occurrenceForTest({ id: 'o0' }), proof, act).occurrence;
  const closed = closeDeceased(
    [done, occurrenceForTest({ id: 'o1' }), occurrenceForTest({ id: 'o2', followUpId: 'f2' })],
    act,
  );
  expect(closed.map(({ occurrence }) => [occurrence.id, occurrence.closing?.state])).toEqual([
    ['o1', 'deceased'],
    ['o2', 'deceased'],
  ]);
});

describe('lost to follow-up', () => {
  const tries = (...made: [string, ContactWay][]) =>
    made.reduce((one, [on, way]) => logAttempt(one, { on, way }, act).occurrence, occurrenceForTest());

  test('is refused until as many attempts are logged as the board asks for', () => {
    expect(() =>
      closeLost(tries(['2027-02-24', 'phone'], ['2027-02-26', 'phone']), settingsForTest, act),
    ).toThrow('asks for 3 logged attempts; 2 are logged');
    const three = tries(['2027-02-24', 'phone'], ['2027-02-26', 'phone'], ['2027-02-26', 'letter']);
    expect(closeLost(three, settingsForTest, act).occurrence.closing).toMatchObject({
      state: 'lost-to-follow-up',
      by: 'UCLOSER',
    });
  });

  test('asks for one attempt in the singular', () => {
    expect(() => closeLost(tries(), { attemptsBeforeLost: 1 }, act)).toThrow(
      'asks for 1 logged attempt; 0 are logged',
    );
  });

  test('counts the same way on the same day once', () => {
    expect(() => tries(['2027-02-24', 'phone'], ['2027-02-24', 'phone'])).toThrow('is logged already');
    const attempt = { on: '2027-02-24', by: 'U1', way: 'phone' } as const;
    const thrice = occurrenceForTest({ attempts: [attempt, attempt, attempt] });
    expect(() => closeLost(thrice, settingsForTest, act)).toThrow('1 is logged');
  });

  test('takes no attempt of tomorrow and no way that is not listed', () => {
    expect(() => tries(['2027-03-02', 'phone'])).toThrow(/has not come yet\. Write a date up to today/);
    expect(() => tries(['2027-02-24', 'pigeon' as ContactWay])).toThrow(/Pick one of: phone, letter/);
  });
});

describe('reopening', () => {
  test('takes the proof away, keeps it in the history with the reason, and begins a new ladder', () => {
    const { occurrence, entry } = reopen(
      complete(occurrenceForTest(), proof, act).occurrence,
      'closed by mistake',
      actOn('2027-03-05'),
    );
    expect(occurrence).toMatchObject({
      closing: null,
      examOn: null,
      reportReference: null,
      reviewedBy: null,
      round: 1,
    });
    expect(entry.changes).toContainEqual({ field: 'reportReference', from: 'RAD-20931', to: null });
    expect(entry.changes).toContainEqual({ field: 'reason', from: null, to: 'closed by mistake' });
  });

  test('is refused for an open scan and without a reason', () => {
    expect(() => reopen(occurrenceForTest(), 'closed by mistake', act)).toThrow(/open already/);
    expect(() => reopen(complete(occurrenceForTest(), proof, act).occurrence, null, act)).toThrow(
      /Pick one of/,
    );
  });
});
