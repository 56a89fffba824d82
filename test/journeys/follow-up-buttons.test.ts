import { describe, expect, test } from 'vitest';
import { controlOf, day, person, picked, written } from '../support/board-talk.ts';
import { ctChest, proof, proofValues } from '../support/ct-chest.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const ada = { user: { id: 'U1', username: 'ada', team_id: 'T1' } };
const ben = { user: { id: 'U2', username: 'ben', team_id: 'T1' } };

const rig = followUpEachTest();
const { say, shown, openedView, pressed, submit } = rig;

describe('a button', () => {
  test('opens a dialog whose answer takes the place of the message', async () => {
    const card = await say(`add ${ctChest}`);
    const view = await pressed(card, 'reminder.done');
    expect(await (await submit(view, proofValues)).text()).toBe('');
    const after = await shown();
    expect(after.replace_original).toBe(true);
    expect(after.all).toContain('*Completed* by <@U1>');
  });

  test.each([
    ['reminder.booked', { appointmentOn: day('2026-12-01') }, 'appointment 1 December 2026'],
    ['reminder.snooze', { untilOn: day('2026-11-27') }, 'Quiet until 27 November 2026'],
    ['reminder.reassign', { ownerId: person('U2'), backupId: person('U1') }, 'owner <@U2> (was <@U1>)'],
    ['reminder.not-needed', { why: picked('superseded/new plan') }, 'is closed (superseded)'],
    ['reminder.not-needed', { why: picked('deceased/') }, '5 open dates of CASE-12 closed'],
    ['followup.reschedule', { targetOn: day('2026-12-07') }, '(was 30 November 2026)'],
  ])('%s does what its dialog says', async (actionId, values, outcome) => {
    const card = await say(`add ${ctChest}`);
    await submit(await pressed(card, actionId), values);
    expect((await shown()).all).toContain(outcome);
  });

  test('in a direct message works on the board that it came from', async () => {
    const card = await say(`add ${ctChest}`);
    const place = {
      response_url: rig.app.slack.newResponseUrl(),
      channel: { id: 'D1', name: 'directmessage' },
    };
    await rig.app.press(controlOf(card.blocks, 'reminder.done'), place);
    await submit(await openedView(), proofValues);
    expect((await shown()).all).toContain('is closed (completed)');
    expect((await say('history CASE-12')).all).toContain('Completed');
  });

  test('of a line in a list of reminders leaves the list in place for the other lines', async () => {
    const { value } = controlOf((await say(`add ${ctChest}`)).blocks, 'reminder.done');
    await rig.app.press({
      type: 'overflow',
      action_id: 'reminder.choose',
      selected_option: { value: `reminder.done ${value}` },
    });
    await submit(await openedView(), proofValues);
    const after = await shown();
    expect(after.replace_original).toBe(false);
    expect(after.all).toContain('is closed (completed)');
  });

  test('that is stale says what became of the scan', async () => {
    const card = await say(`add ${ctChest}`);
    await say(`done CASE-12 ${proof}`, { user_id: 'U2' });
    await rig.app.press(controlOf(card.blocks, 'reminder.booked'));
    const stale = await shown();
    expect(stale.all).toContain('<@U2> was first');
    expect(stale.all).toContain('is closed (completed)');
    expect(stale.replace_original).toBe(false);
  });

  test('of a scan that is not kept explains itself', async () => {
    await rig.app.press({ action_id: 'reminder.done', value: 'C1/gone' });
    expect((await shown()).text).toContain('not kept here any more');
  });

  test('of a list opens the scan and shows its history', async () => {
    await say(`add ${ctChest}`);
    const list = await say('list');
    await rig.app.press(controlOf(list.blocks, 'followup.open'));
    const card = await shown();
    expect(card.all).toContain('CT chest for CASE-12');
    await rig.app.press(controlOf(card.blocks, 'followup.history'));
    expect((await shown()).all).toContain('*Created* by <@U1>');
  });
});

describe('two people who press Done', () => {
  test('one after the other: the second is told who was first', async () => {
    const card = await say(`add ${ctChest}`);
    const first = await pressed(card, 'reminder.done');
    const second = await pressed(card, 'reminder.done');
    await submit(first, proofValues, ben);
    await shown();
    await submit(second, { ...proofValues, reportReference: written('RPT-2') }, ada);
    expect((await shown()).all).toContain('<@U2> was first');
    const history = await say('history CASE-12');
    expect(history.all).toContain('RPT-1');
    expect(history.all).not.toContain('RPT-2');
  });

  test('at the same moment: one wins, the other is told', async () => {
    const card = await say(`add ${ctChest}`);
    const view = await pressed(card, 'reminder.done');
    await Promise.all([submit(view, proofValues, ada), submit(view, proofValues, ben)]);
    const answers = [await shown(), await shown()].map(({ all }) => all);
    expect(answers.filter((all) => all.includes('was first'))).toHaveLength(1);
    expect(
      answers.filter((all) => all.includes('*Completed* by') && !all.includes('was first')),
    ).toHaveLength(1);
    expect((await say('history CASE-12')).all.match(/Completed/g)).toHaveLength(1);
  });
});
