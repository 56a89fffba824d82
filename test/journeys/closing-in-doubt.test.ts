import { describe, expect, test } from 'vitest';
import { controlOf, day, person, picked, written } from '../support/board-talk.ts';
import { ctChest, proof } from '../support/ct-chest.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const rig = followUpEachTest();
const { say, shown, pressed, submit } = rig;

const people = 'owner <@U1> backup <@U2>';
const isOpen = async (caseCode: string) => (await say('list')).all.includes(caseCode);

describe('an exam that was made long before the window', () => {
  const early = `add CASE-50 CT chest due 2027-02-23 window 14d ${people} every 3 months`;

  test.each([
    'done CASE-50 exam 2026-11-20 report RPT-50 reviewer <@U3>',
    'close CASE-50 completed-elsewhere exam 2026-11-20 report RPT-50',
  ])('does not close it: %s', async (line) => {
    await say(early);
    const { text } = await say(line);
    expect(text).toContain('lies 81 days before the window of 2027-02-23, which opens on 2027-02-09');
    expect(text).toContain('before this follow-up was entered on 2026-11-23');
    expect((await say('show CASE-50')).all).toContain('*23 February 2027* not yet due');
  });

  test('closes it by the lines that the refusal names', async () => {
    await say(early);
    const line = 'done CASE-50 exam 2026-11-20 report RPT-50 reviewer <@U3>';
    const { text } = await say(line);
    const told = [...text.matchAll(/`\/imt-followup (\w+)`, the case code and `([^`]*)`/g)];
    const [move, close] = told.map(([, word, rest]) => `${word} CASE-50 ${rest}`);
    await say(move ?? '');
    expect((await say(line)).all).toContain('is closed (completed)');
    await say('reopen CASE-50 closed by mistake');
    await say('reschedule CASE-50 to 2027-02-23');
    expect((await say(close ?? '')).all).toContain('is closed (not clinically necessary)');
  });

  test('is refused in the dialog too', async () => {
    const card = await say(early);
    const filled = { reportReference: written('RPT-50'), reviewedBy: person('U3') };
    const answer = await submit(await pressed(card, 'reminder.done'), {
      ...filled,
      examOn: day('2026-11-20'),
    });
    expect(JSON.stringify((await answer.json()).errors)).toContain('lies 81 days before');
  });

  test('is named where it lies a little outside the window, before or after', async () => {
    await say(`add CASE-51 CT chest due 2026-11-01 window 7d ${people}`);
    const late = await say('done CASE-51 exam 2026-11-20 report RPT-51 reviewer <@U3>');
    expect(late.all).toContain('lies 12 days after the window of 1 November 2026');
    await say(`add ${ctChest}`);
    expect((await say(`done CASE-12 ${proof}`)).all).not.toContain('lies');
  });
});

describe('a case that is closed as deceased', () => {
  test('takes no new scan, of whatever modality, until that is undone', async () => {
    await say(`add ${ctChest}`);
    await say('close CASE-12 deceased');
    const mri = `add CASE-12 MRI leg due 2027-01-10 window 7d ${people}`;
    const { all, text } = await say(mri);
    expect(text).not.toContain('CASE-12');
    expect(all).toContain('CASE-12 is closed as deceased by <@U1> on 23 November 2026');
    const [, reopen] = /`\/imt-followup (reopen [^`]*)`/.exec(all) ?? [];
    await say(reopen ?? '');
    expect((await say(mri)).all).toContain('*Saved*');
  });
});

describe('somebody who closed a date for one reason', () => {
  test.each([
    'done CASE-12 scan 2026-11-30 exam 2026-11-20 report RPT-9 reviewer <@U3>',
    'reschedule CASE-12 scan 2026-11-30 to 2026-12-07',
    'book CASE-12 scan 2026-11-30 on 2026-12-07',
    'close CASE-12 scan 2026-11-30 superseded duplicate',
  ])('is not told to have done another thing with it: %s', async (line) => {
    await say(`add ${ctChest}`);
    await say('close CASE-12 all patient declines all follow-up');
    const { all } = await say(line);
    expect(all).toContain('Nothing was changed: you closed this date before. *Closed as declined* by <@U1>');
    expect(all).toContain('reopen it first');
    expect(all).not.toContain('Series ended');
  });

  test.each([
    ['done CASE-12 scan 2026-11-30 exam 2026-11-20 report RPT-9 reviewer <@U3>'],
    ['close CASE-12 scan 2026-11-30 superseded duplicate'],
    ['close CASE-12 scan 2026-11-30 all superseded duplicate'],
  ])('is told so when it is the same act again: %s', async (line) => {
    await say(`add ${ctChest}`);
    await say(line);
    expect((await say(line)).all).toContain('you did this before');
    expect((await say(line.replace('RPT-9', 'RPT-8').replace('duplicate', 'new plan'))).all).not.toContain(
      'you did this before',
    );
  });
});

describe('the same examination twice', () => {
  const twice = async (first: string, second: string) => {
    for (const due of [first, second]) await say(`add CASE-7 CT chest due ${due} window 7d ${people}`);
  };

  test('is told apart by its day, as the refusal says', async () => {
    await twice('2026-11-20', '2026-11-27');
    const { text } = await say('book CASE-7 on 2026-12-01');
    expect(text).toContain('`CASE-7 CT chest scan 2026-11-20`, `CASE-7 CT chest scan 2026-11-27`');
    expect((await say('book CASE-7 CT chest scan 2026-11-27 on 2026-12-01')).all).toContain('*Booked*');
  });

  test('is reached without a day once the duplicate is closed, and the duplicate for reopening', async () => {
    await twice('2026-11-20', '2026-11-20');
    expect((await say('show CASE-7')).text).toContain('press the button');
    const list = await say('list');
    await rig.app.press(controlOf(list.blocks, 'followup.open'));
    await submit(await pressed(await shown(), 'reminder.not-needed'), {
      why: picked('superseded/duplicate'),
    });
    await shown();
    const done = 'done CASE-7 exam 2026-11-20 report RPT-1 reviewer <@U3>';
    expect((await say('show CASE-7')).all).toContain('is due');
    expect((await say(done)).all).toContain('is closed (completed)');
    expect(await isOpen('CASE-7')).toBe(false);
    expect((await say('history CASE-7')).all).toContain('History of CT chest for CASE-7');
    await say('reopen CASE-7 closed by mistake');
    expect(await isOpen('CASE-7')).toBe(true);
  });

  test('is never guessed among different examinations by what is open', async () => {
    await say(`add CASE-7 CT chest due 2026-11-20 window 7d ${people}`);
    await say(`add CASE-7 MRI leg due 2026-11-20 window 7d ${people}`);
    await say('close CASE-7 CT superseded new plan');
    const { text } = await say('done CASE-7 exam 2026-11-20 report RPT-1 reviewer <@U3>');
    expect(text).toContain('several follow-ups');
  });
});

describe('a closed date of a series', () => {
  test.each([
    'declined patient declines all follow-up',
    'superseded duplicate',
    'moved-care other hospital',
    'not-clinically-necessary entered by mistake',
  ])('that is closed as %s says how many stay open, and the line that closes them', async (reason) => {
    await say(`add ${ctChest}`);
    const { all } = await say(`close CASE-12 ${reason}`);
    expect(all).toContain('4 more dates of this series stay open');
    const [, line] = /`\/imt-followup (close [^`]*)`/.exec(all) ?? [];
    expect((await say(line ?? '')).all).toContain('*4 dates of CASE-12* closed');
  });

  test('that alone was declined or done says nothing of the others', async () => {
    await say(`add ${ctChest}`);
    expect((await say('close CASE-12 patient declines this scan')).all).not.toContain('stay open');
  });
});

describe('a series whose end lies far ahead', () => {
  test('says how many dates it has in all, when it is saved and when it is shown', async () => {
    const { all } = await say(
      `add CASE-12 CT chest due 2026-11-30 window 14d ${people} every 3 months until 2031-11-30`,
    );
    expect(all).toContain('*Saved*: 8 dates');
    expect(all).toContain('the first 8 of 21 planned dates');
    expect((await say('show CASE-12')).all).toContain('the first 8 of 21 planned dates');
    expect((await say(`add ${ctChest.replace('CASE-12', 'CASE-13')}`)).all).not.toContain('planned dates');
  });
});

describe('a report that closes scans of two cases', () => {
  test('is taken, and said with the other case', async () => {
    for (const caseCode of ['CASE-11', 'CASE-12']) await say(`add ${ctChest.replace('CASE-12', caseCode)}`);
    expect((await say(`done CASE-11 ${proof}`)).all).not.toContain('also closed');
    const { all } = await say(`done CASE-12 ${proof}`);
    expect(all).toContain('RPT-1 also closed a scan of CASE-11');
    expect(all).toContain('is closed (completed)');
  });
});

describe('two people who close the same date at once by a line without its day', () => {
  test('are told who closed it, with which report', async () => {
    await say(`add ${ctChest}`);
    await say(`done CASE-12 ${proof}`, { user_id: 'U2' });
    for (const report of ['RPT-1', 'RPT-2']) {
      const { all } = await say(`done CASE-12 ${proof.replace('RPT-1', report)}`);
      expect(all).toContain('falls into the window of 2026-11-30, not of 2027-02-28');
      expect(all).toMatch(/\*Completed\* by <@U2>[^.]*report RPT-1/);
      expect(all).toContain('followup.reopen');
    }
  });
});
