import { describe, expect, test } from 'vitest';
import { book } from '../../../src/followup/book.ts';
import { closeLost, logAttempt } from '../../../src/followup/close-lost.ts';
import { closeWithReason } from '../../../src/followup/close-with-reason.ts';
import { complete } from '../../../src/followup/complete.ts';
import { createFollowUp } from '../../../src/followup/create-follow-up.ts';
import { editFollowUp } from '../../../src/followup/edit-follow-up.ts';
import { moveAnchor } from '../../../src/followup/move-anchor.ts';
import { faultOf } from '../../../src/followup/refusals.ts';
import { reopen } from '../../../src/followup/reopen.ts';
import { followUpDates } from '../../../src/views/follow-up/case-overview.ts';
import { entrySentence } from '../../../src/views/follow-up/entry-sentence.ts';
import { scanCard } from '../../../src/views/follow-up/scan-card.ts';
import { closeForm } from '../../../src/views/follow-up/scan-forms.ts';
import { dateInSeries, scanSentence } from '../../../src/views/follow-up/scan-sentence.ts';
import {
  actOn,
  followUpForTest,
  occurrenceForTest,
  settingsForTest,
} from '../../followup/follow-up-for-test.ts';

const endless = { ...followUpForTest, recurrence: null };
const occurrence = occurrenceForTest();
const proof = { examOn: '2027-02-20', reportReference: 'RPT-1', reviewedBy: 'UREADER' };
const act = actOn('2027-02-25');
const completed = complete(occurrence, proof, act);
const sentenceOn = (todayOn: string, one = occurrence) =>
  scanSentence({ followUp: followUpForTest, occurrence: one }, todayOn);
/** What it says behind the person and the time. */
const factsOf = (sentence: string) => sentence.split('>: ')[1];

describe('how a scan stands', () => {
  test.each([
    ['2027-01-04', '*CT chest for CASE-12* is due between 9 February 2027 and 9 March 2027.'],
    ['2027-02-09', '*CT chest for CASE-12* is due between 9 February 2027 and 9 March 2027. _Due now._'],
    ['2027-03-10', '*CT chest for CASE-12* is overdue: its window closed on 9 March 2027, yesterday.'],
  ])('is said once, on %s', (todayOn, sentence) => {
    expect(sentenceOn(todayOn)).toBe(sentence);
  });

  test('is overdue still when a booking has gone by', () => {
    const booked = book(occurrence, '2027-03-08', act).occurrence;
    expect(sentenceOn('2027-03-12', booked)).toMatch(/is overdue.*Was it done\?$/);
  });
});

describe('a date in its series', () => {
  test('stands in a few words, its booking with it', () => {
    expect(dateInSeries(occurrence, '2027-01-04')).toBe('*23 February 2027* not yet due');
    const booked = book(occurrence, '2027-02-26', act).occurrence;
    expect(dateInSeries(booked, '2027-02-25')).toBe('*23 February 2027* due, booked for 26 February 2027');
  });

  test('is closed with its proof', () => {
    expect(dateInSeries(completed.occurrence, '2027-02-25')).toMatch(
      /^\*23 February 2027\* closed \(completed\) by <@UOWNER>.*: exam 20 February 2027, report RPT-1, read by <@UREADER>$/,
    );
  });

  test('is not listed when it is the only one', () => {
    expect(followUpDates(endless, [occurrence], '2027-01-04')).toEqual([]);
    expect(followUpDates(endless, [occurrence, { ...occurrence, number: 1 }], '2027-01-04')).toHaveLength(1);
  });
});

describe('the card of a scan that has just been closed', () => {
  test('tells its proof once', () => {
    const scan = { followUp: followUpForTest, occurrence: completed.occurrence };
    const all = JSON.stringify(scanCard(scan, '2027-02-25', [`${entrySentence(completed.entry)}.`]));
    expect(all.match(/report RPT-1/g)).toHaveLength(1);
    expect(all).toContain('*CT chest for CASE-12* of 23 February 2027 is closed (completed).');
  });
});

describe('what was done', () => {
  test('names the way and the day of an attempt, and how many there are', () => {
    const once = logAttempt(occurrence, { on: '2027-02-24', way: 'phone' }, act);
    const twice = logAttempt(once.occurrence, { on: '2027-02-25', way: 'letter' }, act);
    expect(factsOf(entrySentence(twice.entry))).toBe('letter on 25 February 2027, 2 logged in all');
  });

  test('keeps the hyphen of lost to follow-up', () => {
    const { entry } = closeLost(occurrence, { attemptsBeforeLost: 0 }, act);
    expect(entrySentence(entry)).toMatch(/^\*Closed as lost to follow-up\* by /);
  });

  test('says in plain words that the day from which it counts was moved', () => {
    const anchored = { ...followUpForTest, anchor: { label: 'end of radiotherapy', on: '2026-11-23' } };
    const { entry } = moveAnchor(anchored, [occurrence], '2026-11-30', act);
    expect(entrySentence(entry)).toMatch(/^\*Day from which it counts moved\* by .*30 November 2026/);
  });

  test('tells a reason as it stands, and a window in days', () => {
    const reopened = reopen(completed.occurrence, 'closed by mistake', act);
    expect(entrySentence(reopened.entry)).toMatch(/: closed by mistake$/);
    const { modality, bodySite, contrast } = followUpForTest;
    const asked = { modality, bodySite, contrast, windowDays: 1 };
    const { entry } = editFollowUp(followUpForTest, [occurrence], asked, act);
    expect(factsOf(entrySentence(entry))).toBe('window 1 day (was 14 days)');
  });
});

describe('the reason that is kept as "anchor changed"', () => {
  const superseded = closeWithReason(occurrence, 'superseded', 'anchor changed', act);
  const asked = {
    scan: { followUp: followUpForTest, occurrence },
    todayOn: '2027-02-25',
    settings: settingsForTest,
    privateValue: '',
  };

  test('is told in plain words wherever people read it, and kept as it was', () => {
    const refusal = faultOf(() => closeWithReason(occurrence, 'superseded', null, act));
    const options = JSON.stringify(closeForm(asked)).replaceAll('"value":"superseded/anchor changed"', '');
    const read = [
      entrySentence(superseded.entry),
      scanSentence({ followUp: followUpForTest, occurrence: superseded.occurrence }, '2027-02-25'),
      dateInSeries(superseded.occurrence, '2027-02-25'),
      refusal ?? '',
      options,
    ];
    for (const text of read) {
      expect(text).toContain('start of the plan changed');
      expect(text).not.toContain('anchor changed');
    }
    expect(superseded.occurrence.closing?.reason).toBe('anchor changed');
  });
});

test('no refusal speaks of an anchor', () => {
  const anchored = { ...followUpForTest, anchor: { label: 'operation', on: '2026-11-23' } };
  const refusals = [
    () => moveAnchor(followUpForTest, [], '2026-11-30', act),
    () => moveAnchor(anchored, [], '2026-11-23', act),
    () => moveAnchor(anchored, [], 'soon', act),
    () => editFollowUp(anchored, [], { anchor: { label: 'operation', on: '2026-11-30' } }, act),
    () => editFollowUp(followUpForTest, [], { anchor: { label: 'x', on: '2026-11-30' } }, act),
  ].map(faultOf);
  expect(refusals).toHaveLength(5);
  for (const refusal of refusals) expect(refusal).toMatch(/^(?!.*anchor).*count/);
});

test('the entry of a new follow-up tells its first date and how it repeats', () => {
  const { targetOn, ...facts } = { ...followUpForTest, targetOn: '2027-02-23' };
  const { entry } = createFollowUp({ ...facts, targetOn }, { id: 'f1', board: followUpForTest.board }, act);
  const told = entrySentence(entry);
  expect(told).toContain('first date 23 February 2027');
  expect(told).toContain('every 3 months until 23 February 2032');
});

test('a scan without a window is due on its day', () => {
  expect(sentenceOn('2027-01-04', occurrenceForTest({ windowDays: 0 }))).toBe(
    '*CT chest for CASE-12* is due on 23 February 2027.',
  );
});

test('of a long series are shown the dates around the next open one, and how many there are', () => {
  const dates = Array.from({ length: 60 }, (_, number) =>
    occurrenceForTest({ number, ...(number < 25 ? { closing: completed.occurrence.closing } : {}) }),
  );
  const shown = JSON.stringify(followUpDates(endless, dates, '2027-01-04'));
  expect(shown).toContain('16. *23 February 2027* closed');
  expect(shown).not.toContain('15. *');
  expect(shown).toContain('55. *');
  expect(shown).not.toContain('56. *');
  expect(shown).toContain('40 of 60 dates');
});
