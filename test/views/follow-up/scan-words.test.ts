import { describe, expect, test } from 'vitest';
import { book } from '../../../src/followup/book.ts';
import { closeLost, logAttempt } from '../../../src/followup/close-lost.ts';
import { complete } from '../../../src/followup/complete.ts';
import { editFollowUp } from '../../../src/followup/edit-follow-up.ts';
import { moveAnchor } from '../../../src/followup/move-anchor.ts';
import { reopen } from '../../../src/followup/reopen.ts';
import { followUpDates } from '../../../src/views/follow-up/case-overview.ts';
import { entrySentence } from '../../../src/views/follow-up/entry-sentence.ts';
import { scanCard } from '../../../src/views/follow-up/scan-card.ts';
import { dateInSeries, scanSentence } from '../../../src/views/follow-up/scan-sentence.ts';
import { actOn, followUpForTest, occurrenceForTest } from '../../followup/follow-up-for-test.ts';

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
    expect(sentenceOn('2027-03-12', booked)).toMatch(/Was it done\? _Overdue\._$/);
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
    expect(followUpDates([occurrence], '2027-01-04')).toEqual([]);
    expect(followUpDates([occurrence, { ...occurrence, number: 1 }], '2027-01-04')).toHaveLength(1);
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
