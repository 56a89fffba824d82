import { describe, expect, test } from 'vitest';
import { ctChest } from '../support/ct-chest.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const { say } = followUpEachTest();
const people = 'owner <@U1> backup <@U2>';

describe('a day without its word', () => {
  test.each([
    ['book CASE-12 2027-02-22', '`on 2027-02-23`'],
    ['snooze CASE-12 2026-11-28', '`until 2027-02-23`'],
    ['reschedule CASE-12 2027-02-22', '`to 2027-02-23`'],
    ['close CASE-12 deceased 2026-11-01', 'no day stands behind `close'],
    ['show CASE-12 2026-11-30', '`scan 2027-02-23`'],
    ['history CASE-12 2026-11-30', 'no day stands behind `history`'],
    ['done CASE-12 2026-11-20 report RPT-1 reviewer <@U3>', '`exam 2027-02-23`'],
    ['close CASE-12 completed-elsewhere 2026-11-20 report RPT-1', '`exam 2027-02-23`'],
  ])('is told which word is missing, and is not repeated: %s', async (text, told) => {
    await say(`add ${ctChest}`);
    const refused = (await say(text)).text;
    expect(refused).toContain(told);
    expect(refused).not.toContain('with the year first');
    expect(refused).not.toMatch(/2027-02-22|2026-11/);
  });

  test('keeps the advice on the order where that is what is wrong', async () => {
    expect((await say('book CASE-12 on 20/02/2027')).text).toContain('with the year first');
  });
});

test('hyphens that a text processor made are read as hyphens', async () => {
  const typed = `CASE‑12 CT chest due 2026–11–30 window 14d ${people}`;
  expect((await say(`add ${typed}`)).all).toContain('*Saved*');
  expect((await say('book CASE‑12 on 2026−12−01')).all).toContain('1 December 2026');
  expect((await say('done CASE-12 exam 2026‑11‑20 report RPT‑1 reviewer <@U3>')).all).toContain(
    'report RPT-1',
  );
});

test('a series given to somebody else is said to be given with every date', async () => {
  await say(`add ${ctChest}`);
  const given = (await say('reassign CASE-12 scan 2027-02-28 owner <@U7>')).all;
  expect(given).toContain('every date of this series, 5 of them open');
  await say(`add CASE-13 CT chest due 2026-11-30 window 14d ${people}`);
  expect((await say('reassign CASE-13 owner <@U7>')).all).not.toContain('every date');
});

describe('a moved date', () => {
  test('loses a booking outside its new window, and shows that window', async () => {
    await say(`add ${ctChest}`);
    await say('book CASE-12 on 2026-12-01');
    const kept = (await say('reschedule CASE-12 to 2026-12-10')).all;
    expect(kept).toContain('from 26 November 2026 to 24 December 2026');
    expect(kept).toContain('is booked for 1 December 2026');
    const moved = (await say('reschedule CASE-12 to 2027-01-20')).all;
    expect(moved).toContain('from 6 January 2027 to 3 February 2027');
    expect(moved).toContain('no appointment (was 1 December 2026)');
    expect(moved).toContain('outside this window, so it is taken off');
    expect(moved).not.toContain('is booked for');
  });

  test('is told of another date of its series close by', async () => {
    await say(`add ${ctChest}`);
    expect((await say('reschedule CASE-12 to 2027-02-25')).all).toContain(
      '3 days from the one of 28 February 2027',
    );
    expect((await say('reschedule CASE-12 to 2026-12-10')).all).not.toContain('days from the one of');
  });
});

describe('a due date that is over', () => {
  test('is said to be overdue from the start, with how to mend a wrong year', async () => {
    const added = (await say(`add CASE-12 CT chest due 2026-01-01 window 14d ${people}`)).all;
    expect(added).toContain('This date is overdue from the start');
    expect(added).toContain('`/imt-followup close CASE-12 CT chest entered by mistake`');
    expect((await say('close CASE-12 CT chest entered by mistake')).all).toContain('is closed');
    expect((await say(`add CASE-13 CT chest due 2026-11-20 window 14d ${people}`)).all).not.toContain(
      'overdue',
    );
  });

  test('of a series is mended by closing all of it', async () => {
    const added = (await say(`add CASE-12 CT chest due 2026-10-01 window 14d ${people} every 3 months`)).all;
    expect(added).toContain('One of these dates is overdue from the start');
    expect((await say('close CASE-12 CT chest all entered by mistake')).all).toContain('no more come');
  });
});

describe('advice', () => {
  test.each([
    ['reassign CASE-12 to <@U7>', 'reassign CASE-12 owner @d'],
    ['reassign CASE-12 <@U7>', 'reassign CASE-12 owner @d'],
    ['reopen CASE-12 was wrong', 'closed by mistake; proof was of another scan; patient is back'],
    ['edit CASE-12 window 20d', '`/imt-followup edit CASE-12` alone'],
    ['done CASE-12 exam 2026-11-20 report RPT 301 reviewer <@U3>', 'has no spaces'],
    [`add CASE-12 CT chest/abdomen due 2027-02-23 window 14d ${people}`, 'chest, abdomen and pelvis'],
    [`add CASE-12 CT chest due 2027-02-29 window 14d ${people}`, 'does not exist'],
    [`add CASE-12 CT chest due 2027-02-23\nadd CASE-13 MRI abdomen`, 'one command'],
    ['show CASE-12 CASE-13', 'one command'],
  ])('behind "%s" leads out', async (text, told) => {
    await say(`add ${ctChest}`);
    expect((await say(text)).text).toContain(told);
  });
});
