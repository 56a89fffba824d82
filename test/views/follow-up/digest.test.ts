import { describe, expect, test } from 'vitest';
import { honestRate } from '../../../src/followup/honest-rate.ts';
import { validateMessage } from '../../../src/slack/block-kit/validate.ts';
import { boardDigest } from '../../../src/views/follow-up/digest.ts';
import { followUp, occurrence } from '../../delivery/open-reminders.ts';

const todayOn = '2027-03-14';
const overdue = { followUp, occurrence };
const proven = {
  ...occurrence,
  ...{ id: 'proven', examOn: '2027-02-20', reportReference: 'RPT-1', reviewedBy: 'U3' },
  closing: { state: 'completed', reason: null, by: 'U1', atMs: 0, proof: null, witness: null },
} as const;
const none = { late: [], due: [] };
const rateOf = (...dates: Parameters<typeof honestRate>[0]) => honestRate(dates, todayOn, 'UTC');
const of = (count: number, ownerOf: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({
    followUp: { ...followUp, ownerId: ownerOf(at) },
    occurrence: { ...occurrence, id: `o${at}` },
  }));

describe('the digest of a board', () => {
  test('says the rate in one sentence, then what it is made of, then what is overdue by owner', () => {
    const { text, blocks } = boardDigest(
      rateOf(occurrence, proven, proven),
      { late: [overdue], due: [] },
      todayOn,
    );
    expect(validateMessage({ text, blocks })).toEqual([]);
    const all = JSON.stringify(blocks);
    expect(all).toContain('*67 %* of the scans whose window is over were proven within it: 2 of 3.');
    expect(blocks.find(({ type }) => type === 'data_table')).toMatchObject({
      rows: [
        [{ text: 'What became of them' }, { text: 'Scans' }],
        [{ text: 'Proven within the window' }, { value: 2 }],
        [{ text: 'Proven outside the window' }, { value: 0 }],
        [{ text: 'Done elsewhere on somebody’s word' }, { value: 0 }],
        [{ text: 'Still open, booked or not' }, { value: 1 }],
        [{ text: 'Closed for another reason' }, { value: 0 }],
        [{ text: 'All whose window is over' }, { value: 3 }],
        [{ text: 'Not counted' }, { value: 0 }],
      ],
    });
    expect(all).toContain('<@UOWNER>\\n• *CT chest for CASE-12* is overdue');
  });

  test('counts a booked scan as open', () => {
    const booked = { ...occurrence, appointmentOn: '2027-03-20' };
    const { blocks } = boardDigest(rateOf(booked), none, todayOn);
    expect(JSON.stringify(blocks)).toContain('*0 %*');
    expect(JSON.stringify(blocks)).toContain('Booked counts as open');
  });

  test('never rounds a rate up to all of them', () => {
    const { blocks } = boardDigest({ ...rateOf(proven), matured: 200, rate: 199 / 200 }, none, todayOn);
    expect(JSON.stringify(blocks)).toContain('*99 %*');
  });

  test('says that there is no rate while no window is over, and shows no table', () => {
    const { text, blocks } = boardDigest(rateOf(), none, todayOn);
    expect(validateMessage({ text, blocks })).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('no rate to show');
    expect(JSON.stringify(blocks)).toContain('Nothing is overdue');
    expect(blocks.some(({ type }) => type === 'data_table')).toBe(false);
  });

  test('names no case in what a lock screen shows', () => {
    expect(boardDigest(rateOf(occurrence), { late: [overdue, overdue], due: [overdue] }, todayOn).text).toBe(
      'Follow-up imaging this week: 2 scans overdue, 1 scan due.',
    );
  });

  test('stays one message however much is overdue, and says how much it leaves out', () => {
    const { text, blocks } = boardDigest(
      rateOf(),
      { late: of(300, (at) => `U${at}`), due: of(300, (at) => `U${at}`) },
      todayOn,
    );
    expect(validateMessage({ text, blocks })).toEqual([]);
    expect(JSON.stringify(blocks)).toMatch(
      /and 280 more overdue: `\/imt-followup list overdue`.*and 280 more due this week: `\/imt-followup list`/,
    );
  });

  test.each([
    [80, 1, ['and 41 more overdue'], 'due this week'],
    [1, 80, ['and 41 more due this week'], 'more overdue'],
    [30, 10, [], 'more'],
  ])('leaves room for each part: %i overdue and %i due', (late, due, said, unsaid) => {
    const parts = { late: of(late, () => 'ULATE'), due: of(due, () => 'UDUE') };
    const all = JSON.stringify(boardDigest(rateOf(), parts, todayOn).blocks);
    expect(all).toMatch(/overdue\*.*<@ULATE>.*due this week\*.*<@UDUE>/);
    expect(all.match(/and \d+ more [a-z ]+/g) ?? []).toEqual(said);
    expect(all).not.toContain(`and 0 more ${unsaid}`);
  });

  test('names what is due behind what is overdue, and opens the list that is not empty', () => {
    const { blocks } = boardDigest(rateOf(), { late: [], due: of(2, () => 'UONE') }, '2027-02-23');
    const all = JSON.stringify(blocks);
    expect(all).toMatch(/Nothing is overdue.*2 scans due this week.*<@UONE>.*is due between/);
    expect(all).toContain('"value":"open 1"');
    const late = boardDigest(rateOf(), { late: [overdue], due: of(1, () => 'UONE') }, todayOn).blocks;
    expect(JSON.stringify(late)).toContain('"value":"overdue 1"');
  });

  test('puts who has most first', () => {
    const { blocks } = boardDigest(
      rateOf(),
      { late: of(5, (at) => (at === 0 ? 'UONE' : 'UMANY')), due: [] },
      todayOn,
    );
    const all = JSON.stringify(blocks);
    expect(all.indexOf('UMANY')).toBeLessThan(all.indexOf('UONE'));
  });
});
