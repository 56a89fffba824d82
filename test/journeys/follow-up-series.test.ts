import { describe, expect, test } from 'vitest';
import { controlOf, day, person, picked, written } from '../support/board-talk.ts';
import { ctChest } from '../support/ct-chest.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const rig = followUpEachTest();
const { say, shown, openedView, pressed, submit } = rig;
const endless = ctChest.replace(/ until .*/, '');

describe('a death that was reported of the wrong case', () => {
  test('is undone as a whole: what it closed is open again, what was closed before stays', async () => {
    await say(`add ${ctChest}`);
    await say('add CASE-12 MRI abdomen due 2027-01-10 window 7d owner <@U1> backup <@U2>');
    await say('close CASE-12 CT chest superseded new plan');
    await say('close CASE-12 deceased');
    const { all } = await say('reopen CASE-12 MRI closed by mistake');
    expect(all).toContain('*5 dates of CASE-12* opened again');
    const list = await say('list');
    expect(list.all).toContain('MRI abdomen for CASE-12');
    expect(list.all).toContain('CT chest for CASE-12');
    expect((await say('show CASE-12 CT')).all).toContain('closed (superseded)');
  });
});

describe('a series that nobody needs any more', () => {
  test('is closed with every open date, and no date comes behind them', async () => {
    await say(`add ${endless}`);
    const { all } = await say('close CASE-12 all moved care other hospital');
    expect(all).toContain('*8 dates of CASE-12* closed; no more come');
    expect((await say('list')).all).toContain('Nothing is open');
    const history = await say('history CASE-12');
    expect(history.all).toMatch(/Series ended.*every 3 months until 30 August 2028 \(was every 3 months\)/);
    const [followUp] = await rig.store.records.ofBoard({ teamId: 'T1', channelId: 'C1' });
    expect(followUp?.recurrence?.untilOn).toBe('2028-08-30');
  });

  test('goes on as before when that is opened again', async () => {
    await say(`add ${endless}`);
    await say('close CASE-12 all moved care other hospital');
    expect((await say('reopen CASE-12 patient is back')).all).toContain('*8 dates of CASE-12* opened again');
    const [followUp] = await rig.store.records.ofBoard({ teamId: 'T1', channelId: 'C1' });
    expect(followUp?.recurrence).toEqual({ every: 3, unit: 'month', untilOn: null });
  });

  test('is closed from the dialog too, which otherwise closes one date', async () => {
    const card = await say(`add ${ctChest}`);
    await submit(await pressed(card, 'reminder.not-needed'), { why: picked('superseded/new plan') });
    expect((await shown()).all).toContain('is closed (superseded)');
    const next = await say('show CASE-12');
    await submit(await pressed(next, 'reminder.not-needed'), {
      why: picked('moved-care/other hospital'),
      scope: picked('all'),
    });
    expect((await shown()).all).toContain('*4 dates of CASE-12* closed');
  });

  test('is not closed as done: each date has a proof of its own', async () => {
    await say(`add ${ctChest}`);
    const { text } = await say('close CASE-12 all completed elsewhere exam 2026-11-20 report EXT-1');
    expect(text).toContain('each with its own proof');
    expect((await say('list')).all).toContain('CASE-12');
  });
});

describe('a series of a great many dates', () => {
  test('is shown and told in messages that Slack takes', async () => {
    await say('add CASE-12 CT chest due 2026-11-30 window 0d owner <@U1> backup <@U2> every 1 day');
    expect((await say('show CASE-12')).all).toContain('1. *30 November 2026*');
    await say('close CASE-12 all entered by mistake');
    expect((await say('show CASE-12')).all).toMatch(/40 of 7\d\d dates/);
    const history = await say('history CASE-12');
    expect(history.all).toContain('*Series ended*');
    await rig.app.press(controlOf(history.blocks, 'followup.history'));
    const earlier = await shown();
    expect(earlier.all).toMatch(/Entries 6\d\d to 6\d\d of 7\d\d/);
    expect(earlier.all).not.toContain('*Series ended*');
    expect((await say('list')).all).toContain('Nothing is open');
  });

  test('whose first date was long ago says how many are overdue from the start', async () => {
    const { all } = await say(
      'add CASE-12 CT chest due 2025-11-30 window 7d owner <@U1> backup <@U2> every 1 month',
    );
    expect(all).toContain('⚠ 12 of these dates are overdue from the start');
  });
});

describe('a date that cannot be meant', () => {
  test('is refused for its year, typed or picked', async () => {
    const far = 'CASE-12 CT chest due 2072-02-23 window 14d owner <@U1> backup <@U2>';
    expect((await say(`add ${far}`)).text).toContain('more than 10 years away');
    await rig.app.type('/imt-followup', 'add');
    const ack = await submit(await openedView(), {
      ...{ caseCode: written('CASE-12'), modality: picked('CT'), bodySite: picked('chest') },
      ...{ targetOn: day('2072-02-23'), windowDays: written('14') },
      ...{ ownerId: person('U1'), backupId: person('U2') },
    });
    const { errors } = await ack.json();
    expect(errors.targetOn).toContain('more than 10 years away');
    expect((await say('list')).all).toContain('Nothing is open');
  });

  test('is refused where another date of the series lies', async () => {
    await say(`add ${ctChest}`);
    expect((await say('reschedule CASE-12 to 2027-02-28')).text).toContain('another date of this follow-up');
  });
});
