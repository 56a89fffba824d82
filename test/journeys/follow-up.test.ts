import { describe, expect, test } from 'vitest';
import { picked } from '../support/board-talk.ts';
import { ctChest, proof } from '../support/ct-chest.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const rig = followUpEachTest();
const { say, shown, openedView, submit } = rig;

describe('a follow-up', () => {
  test('is added, listed, closed on its proof, and every step stands in its history', async () => {
    const added = await say(`add ${ctChest}`);
    expect(added.all).toContain('5 dates');
    expect(added.text).not.toContain('CASE-12');

    expect((await say('list')).all).toContain('CT chest for CASE-12');
    const done = await say(`done CASE-12 ${proof}`);
    expect(done.all).toContain('is closed (completed)');
    expect(done.all).toContain('read by <@U3>');

    expect((await say('list')).all).toContain('between 14 February 2027 and 14 March 2027');
    const history = await say('history CASE-12');
    expect(history.all).toMatch(/Created.*Completed.*exam 20 November 2026/s);
  });

  test('stays open when it is booked, snoozed or moved', async () => {
    await say(`add ${ctChest}`);
    expect((await say('book CASE-12 on 2026-12-01')).all).toContain('appointment 1 December 2026');
    expect((await say('snooze CASE-12 until 2026-11-27')).all).toContain('Quiet until 27 November 2026');
    expect((await say('reschedule CASE-12 to 2026-12-07')).all).toContain('(was 30 November 2026)');
    expect((await say('list')).all).toContain('is booked for 1 December 2026');
    expect((await say('show CASE-12')).all).toContain('*28 February 2027* not yet due');
  });

  test('is given to somebody else, who then finds it among theirs', async () => {
    await say(`add ${ctChest}`);
    expect((await say('mine', { user_id: 'U7' })).all).toContain('You own and back up nothing');
    expect((await say('reassign CASE-12 owner <@U7>')).all).toContain('owner <@U7> (was <@U1>)');
    expect((await say('mine', { user_id: 'U7' })).all).toContain('CASE-12');
  });

  test('closes for a picked reason, and opens again for one', async () => {
    await say(`add ${ctChest}`);
    const refused = await say('close CASE-12 declined');
    expect(refused.text).toContain('patient declines this scan');
    expect((await say('close CASE-12 as declined because patient declines this scan')).all).toContain(
      'is closed (declined)',
    );
    expect((await say('reopen CASE-12 because closed by mistake')).all).toContain('*Reopened*');
    expect((await say('list')).all).toContain('14 December 2026');
  });

  test('is lost only after the attempts that the board asks for', async () => {
    await say(`add ${ctChest}`);
    expect((await say('close CASE-12 lost to follow-up')).text).toContain('0 are logged');
    for (const way of ['phone', 'letter', 'email']) await say(`attempt CASE-12 on 2026-11-20 by ${way}`);
    expect((await say('close CASE-12 lost to follow-up')).all).toContain('is closed (lost to follow-up)');
  });

  test('ends for a case whose patient has died, with every other of that case', async () => {
    await say(`add ${ctChest}`);
    await say('add CASE-12 MRI abdomen due 2027-01-10 window 7d owner <@U1> backup <@U2>');
    await say('add CASE-13 MRI abdomen due 2027-01-10 window 7d owner <@U1> backup <@U2>');
    expect((await say('close CASE-12 CT deceased')).all).toContain('6 open dates of CASE-12 closed');
    const list = await say('list');
    expect(list.all).not.toContain('CASE-12');
    expect(list.all).toContain('CASE-13');
  });

  test('is overdue when its window is over', async () => {
    await say('add CASE-12 CT chest due 2026-11-01 window 7d owner <@U1> backup <@U2>');
    await say('add CASE-13 CT chest due 2026-11-30 window 7d owner <@U1> backup <@U2>');
    const overdue = await say('list overdue');
    expect(overdue.all).toContain('CASE-12');
    expect(overdue.all).not.toContain('CASE-13');
  });
});

describe('a refusal', () => {
  test('names all missing fields at once', async () => {
    const { text } = await say('add CASE-12 CT');
    for (const field of ['body site', 'due date', 'window', 'owner', 'backup']) expect(text).toContain(field);
    expect((await say(`add ${ctChest}`)).all).toContain('Saved');
    const { text: proofMissing } = await say('done CASE-12 exam 2026-11-20');
    expect(proofMissing).toContain('the report reference and the reviewer are missing');
  });

  test.each([
    'add 4711902CANARY CT chest due 2027-02-23 window 14d owner <@U1> backup <@U2>',
    'add CASE-4711902CANARY CT chest due 2027-02-23 window 14d owner <@U1> backup <@U2>',
    'show 4711902CANARY',
    'done 4711902CANARY exam 2026-11-20',
    'plan 4711902CANARY',
    '4711902CANARY',
  ])('never repeats, stores or logs what is not a case code: %s', async (text) => {
    const { all } = await say(text);
    expect(all).not.toContain('CANARY');
    expect(all).not.toContain('4711902');
    expect(rig.store.written()).not.toContain('CANARY');
    expect(rig.app.logLines.join('')).not.toContain('CANARY');
  });

  test('asks which of several follow-ups of a case is meant', async () => {
    await say(`add ${ctChest}`);
    await say('add CASE-12 MRI abdomen due 2026-11-27 window 7d owner <@U1> backup <@U2>');
    const { text } = await say(`done CASE-12 ${proof}`);
    expect(text).toContain('`CASE-12 CT chest`, `CASE-12 MRI abdomen`');
    expect((await say(`done CASE-12 MRI ${proof}`)).all).toContain('MRI abdomen for CASE-12');
  });

  test.each(['frobnicate', 'list everything', 'snooze CASE-12 7d', 'show', 'show CASE-99'])(
    'says what to write instead of: %s',
    async (text) => {
      const { text: refusal, blocks } = await say(text);
      expect(blocks).toEqual([]);
      expect(refusal).toMatch(/[Ww]rite/);
    },
  );
});

describe('another board', () => {
  test.each([
    ['of the same workspace', { channel_id: 'C2' }],
    ['of another workspace', { team_id: 'T2' }],
  ])('%s sees nothing and changes nothing', async (_, who) => {
    await say(`add ${ctChest}`);
    for (const text of ['list', 'list overdue']) expect((await say(text, who)).all).not.toContain('CASE-12');
    for (const text of ['show CASE-12', 'history CASE-12', `done CASE-12 ${proof}`, 'close CASE-12 deceased'])
      expect((await say(text, who)).text).toContain('This board has no follow-up of CASE-12');
    expect((await say('list')).all).toContain('CASE-12');
  });
});

describe('a subcommand without its facts', () => {
  test.each([
    ['done', 'followup.done-form'],
    ['book', 'followup.booked-form'],
    ['snooze', 'followup.snooze-form'],
    ['reschedule', 'followup.reschedule-form'],
    ['reassign', 'followup.reassign-form'],
    ['close', 'followup.close-form'],
    ['edit', 'followup.edit-form'],
  ])('%s asks for them in a dialog', async (name, form) => {
    await say(`add ${ctChest}`);
    await rig.app.type('/imt-followup', `${name} CASE-12`);
    expect((await openedView()).callback_id).toBe(form);
  });

  test('reopen asks why', async () => {
    await say(`add ${ctChest}`);
    await say('close CASE-12 superseded new plan');
    await rig.app.type('/imt-followup', 'reopen CASE-12');
    await submit(await openedView(), { reason: picked('patient is back') });
    expect((await shown()).all).toContain('*Reopened* by <@U1>');
  });
});
