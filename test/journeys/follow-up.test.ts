import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateMessage, validateView } from '../../src/slack/block-kit/validate.ts';
import { type FollowUpApp, startFollowUpApp } from '../support/follow-up-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const ada = { user: { id: 'U1', username: 'ada', team_id: 'T1' } };
const ben = { user: { id: 'U2', username: 'ben', team_id: 'T1' } };
const ctChest =
  'CASE-12 CT chest due 2026-11-30 window 14d owner <@U1|ada> backup <@U2|ben> every 3 months until 2027-11-30';
const proof = 'exam 2026-11-20 report RPT-1 reviewer <@U3>';

let rig: FollowUpApp;
let { app, store } = {} as FollowUpApp;
beforeEach(async () => {
  rig = await startFollowUpApp([imtFollowup], knowledge);
  ({ app, store } = rig);
});
afterEach(() => rig.stop());

interface Shown {
  text: string;
  all: string;
  blocks: { type: string }[];
  replace_original: boolean;
  response_type?: string;
}

async function shown(): Promise<Shown> {
  const { body } = await app.slack.nextPost();
  expect(validateMessage(body)).toEqual([]);
  return { ...body, blocks: body.blocks ?? [], all: JSON.stringify(body) };
}

async function say(text: string, who = {}): Promise<Shown> {
  await app.type('/imt-followup', text, who);
  return shown();
}

let opened = 0;
beforeEach(() => {
  opened = 0;
});
async function openedView(): Promise<ModalView> {
  await expect.poll(() => views().length).toBeGreaterThan(opened);
  const view = JSON.parse(views()[opened++]?.args.view ?? '');
  expect(validateView(view)).toEqual([]);
  return view;
}
const views = () => app.slack.calls.filter(({ method }) => method === 'views.open');

/** The button of a message, as Slack reports its press. */
function buttonOf({ blocks }: Shown, actionId: string): { action_id: string; value: string } {
  const found = JSON.stringify(blocks).match(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*"action_id":"[^}]*\}/g) ?? [];
  const button = found.map((text) => JSON.parse(text)).find(({ action_id }) => action_id === actionId);
  if (!button) throw new Error(`there is no button ${actionId}`);
  return button;
}

async function pressed(message: Shown, actionId: string): Promise<ModalView> {
  await app.press(buttonOf(message, actionId));
  return openedView();
}

const submit = (view: ModalView, values: Record<string, object>, who: object = ada) =>
  app.submit(
    {
      ...view,
      state: { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])) },
    },
    who,
  );

const day = (on: string | null) => ({ type: 'datepicker', selected_date: on });
const person = (id: string | null) => ({ type: 'users_select', selected_user: id });
const written = (value: string | null) => ({ type: 'plain_text_input', value });
const picked = (value: string | null) => ({
  type: 'static_select',
  selected_option: value === null ? null : { value, text: { type: 'plain_text', text: value } },
});
const proofValues = {
  examOn: day('2026-11-20'),
  reportReference: written('RPT-1'),
  reviewedBy: person('U3'),
};

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
    expect(store.written()).not.toContain('CANARY');
    expect(app.logLines.join('')).not.toContain('CANARY');
  });

  test('asks which of several follow-ups of a case is meant', async () => {
    await say(`add ${ctChest}`);
    await say('add CASE-12 MRI abdomen due 2027-01-10 window 7d owner <@U1> backup <@U2>');
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
    const place = { response_url: app.slack.newResponseUrl(), channel: { id: 'D1', name: 'directmessage' } };
    await app.press(buttonOf(card, 'reminder.done'), place);
    await submit(await openedView(), proofValues);
    expect((await shown()).all).toContain('is closed (completed)');
    expect((await say('history CASE-12')).all).toContain('Completed');
  });

  test('of a line in a list of reminders leaves the list in place for the other lines', async () => {
    const { value } = buttonOf(await say(`add ${ctChest}`), 'reminder.done');
    await app.press({
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
    await app.press(buttonOf(card, 'reminder.booked'));
    const stale = await shown();
    expect(stale.all).toContain('<@U2> was first');
    expect(stale.all).toContain('is closed (completed)');
    expect(stale.replace_original).toBe(false);
  });

  test('of a scan that is not kept explains itself', async () => {
    await app.press({ action_id: 'reminder.done', value: 'C1/gone' });
    expect((await shown()).text).toContain('not kept here any more');
  });

  test('of a list opens the scan and shows its history', async () => {
    await say(`add ${ctChest}`);
    const list = await say('list');
    await app.press(buttonOf(list, 'followup.open'));
    const card = await shown();
    expect(card.all).toContain('CT chest for CASE-12');
    await app.press(buttonOf(card, 'followup.history'));
    expect((await shown()).all).toContain('*Created* by <@U1>');
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
    await app.type('/imt-followup', `${name} CASE-12`);
    expect((await openedView()).callback_id).toBe(form);
  });

  test('reopen asks why', async () => {
    await say(`add ${ctChest}`);
    await say('close CASE-12 superseded new plan');
    await app.type('/imt-followup', 'reopen CASE-12');
    await submit(await openedView(), { reason: picked('patient is back') });
    expect((await shown()).all).toContain('*Reopened* by <@U1>');
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

describe('the dialog of a new follow-up', () => {
  const filled = {
    caseCode: written('CASE-12'),
    modality: picked('CT'),
    bodySite: picked('chest'),
    contrast: picked(null),
    targetOn: day('2027-02-23'),
    windowDays: written('14'),
    ownerId: person('U1'),
    backupId: person('U2'),
    every: written('3'),
    unit: picked('month'),
    untilOn: day('2027-08-23'),
  };
  const asked = async () => {
    await app.type('/imt-followup', 'add');
    return openedView();
  };

  test('saves what is filled in', async () => {
    await submit(await asked(), filled);
    expect((await shown()).all).toContain('3 dates');
    expect((await say('list')).all).toContain('CT chest for CASE-12');
  });

  test('says under each field what is wrong, all at once, and saves nothing', async () => {
    const wrong = {
      ...filled,
      caseCode: written('CANARY 4711902'),
      modality: picked(null),
      backupId: person('U1'),
      unit: picked(null),
    };
    const ack = await (await submit(await asked(), wrong)).json();
    expect(ack.response_action).toBe('errors');
    expect(Object.keys(ack.errors).sort()).toEqual(['backupId', 'caseCode', 'modality', 'unit']);
    expect(JSON.stringify(ack)).not.toMatch(/CANARY|4711902/);
    expect(store.written()).not.toMatch(/CANARY|4711902/);
    expect(app.logLines.join('')).not.toMatch(/CANARY|4711902/);
    expect((await say('list')).all).toContain('Nothing is open');
  });

  test('keeps a window from reaching the next date', async () => {
    const ack = await (await submit(await asked(), { ...filled, windowDays: written('60') })).json();
    expect(JSON.stringify(ack.errors)).toContain('would reach the next date');
  });
});

/** What the dialog of the dates shows besides them. */
const counted = { caseCode: written('CASE-12'), anchorOn: day('2026-11-10') };

describe('a plan', () => {
  const first = {
    caseCode: written('CASE-12'),
    template: picked('guo-2024-three-monthly'),
    anchorOn: day('2026-11-10'),
    modality: picked('CT or MRI'),
    bodySite: picked('chest'),
    contrast: picked(null),
    ownerId: person('U1'),
    backupId: person('U2'),
  };
  const planned = async (values: object = first) => {
    await app.type('/imt-followup', 'plan CASE-12');
    return (await submit(await openedView(), values as typeof first)).json();
  };

  test('shows the source and the dates of its template, and keeps those that are approved', async () => {
    const { response_action, view } = await planned();
    expect(response_action).toBe('update');
    expect(validateView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('10.3389/fonc.2024.1395787');
    expect((await say('list')).all).toContain('Nothing is open');
    await submit(view, {
      ...counted,
      ...{ 'date-0': day('2027-02-15'), 'date-1': day('2027-05-10'), 'date-2': day(null) },
    });
    expect((await shown()).all).toContain('2 dates');
    expect((await say('show CASE-12')).all).toContain('counted from end of chemoradiotherapy');
  });

  test('carries neither the case nor the day out of sight: both stand in its second dialog', async () => {
    const { view } = await planned();
    expect(view.private_metadata).not.toMatch(/CASE|2026/);
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"CASE-12"');
    expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2026-11-10"');
  });

  test('whose case code is broken in the second dialog is not kept', async () => {
    const { view } = await planned();
    const ack = await submit(view, {
      ...counted,
      caseCode: written('4711CANARY'),
      'date-0': day('2027-02-10'),
    });
    const { errors } = await ack.json();
    expect(errors.caseCode).toContain('not a case code');
    expect(JSON.stringify(errors)).not.toContain('CANARY');
    expect((await say('list')).all).toContain('Nothing is open');
  });

  test('says under each field of its first dialog what is wrong', async () => {
    const ack = await planned({
      ...first,
      template: picked(null),
      anchorOn: day(null),
      ownerId: person('U2'),
    });
    expect(Object.keys(ack.errors).sort()).toEqual(['anchorOn', 'backupId', 'template']);
  });
});

describe('an edit', () => {
  test('moves open dates with their anchor, and says which', async () => {
    await app.type('/imt-followup', 'plan CASE-12');
    const { view } = await (
      await submit(await openedView(), {
        caseCode: written('CASE-12'),
        template: picked('guo-2024-three-monthly'),
        anchorOn: day('2026-11-10'),
        modality: picked('CT or MRI'),
        bodySite: picked('chest'),
        contrast: picked(null),
        ownerId: person('U1'),
        backupId: person('U2'),
      })
    ).json();
    await submit(view, { ...counted, 'date-0': day('2027-02-10'), 'date-1': day('2027-05-12') });
    const card = await shown();
    await submit(await pressed(card, 'followup.edit'), {
      modality: picked('CT'),
      bodySite: picked('chest'),
      contrast: picked(null),
      windowDays: written('7'),
      anchorOn: day('2026-11-20'),
    });
    const { all } = await shown();
    expect(all).toContain('modality CT (was CT or MRI)');
    expect(all).toContain('date 1: 10 February 2027 → 20 February 2027');
    expect(all).toContain('between 13 February 2027 and 27 February 2027');
    expect((await say('show CASE-12')).all).toContain('CT chest for CASE-12');
  });

  test('that changes nothing says so in the dialog', async () => {
    const card = await say(`add ${ctChest}`);
    const ack = await submit(await pressed(card, 'followup.edit'), {
      modality: picked('CT'),
      bodySite: picked('chest'),
      contrast: picked(null),
      windowDays: written('14'),
      anchorLabel: picked(null),
      anchorOn: day(null),
    });
    expect(JSON.stringify(await ack.json())).toContain('Nothing was changed');
  });
});
