import type { ModalView } from '@slack/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateMessage, validateView } from '../../src/slack/block-kit/validate.ts';
import { type FollowUpApp, startFollowUpApp } from '../support/follow-up-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));

let rig: FollowUpApp;
let { app } = {} as FollowUpApp;
beforeAll(async () => {
  rig = await startFollowUpApp(commands, knowledge);
  ({ app } = rig);
});
afterAll(() => rig.stop());

async function shown() {
  const { body } = await app.slack.nextPost();
  expect(validateMessage(body)).toEqual([]);
  return { ...body, all: JSON.stringify(body) };
}

async function say(command: string, text: string, who = {}) {
  const ack = await app.type(command, text, who);
  expect(ack.status).toBe(200);
  expect(await ack.text()).toBe('');
  return shown();
}

const views = () => app.slack.calls.filter(({ method }) => method === 'views.open');

async function openedBy(press: () => Promise<unknown>): Promise<ModalView> {
  const before = views().length;
  await press();
  await expect.poll(() => views().length).toBeGreaterThan(before);
  const view = JSON.parse(views().at(-1)?.args.view ?? '');
  expect(validateView(view)).toEqual([]);
  return view;
}

function button(all: string, action_id: string) {
  const value = new RegExp(`"action_id":"${action_id}","value":"([^"]+)"`).exec(all)?.[1];
  if (!value) throw new Error(`there is no button ${action_id}`);
  return { action_id, value };
}

const written = (value: string) => ({ value: { type: 'plain_text_input', value } });

async function submitted(view: ModalView, values: Record<string, object>) {
  return (await app.submit({ ...view, state: { values } })).text();
}

describe('what looks like an identifier', () => {
  test.each(['/imt', '/imt-dose', '/imt-followup'])(
    'is refused on %s, privately and unrepeated',
    async (name) => {
      const { all, response_type } = await say(name, 'patient Whitaker, MRN 4471902');
      expect(response_type).toBe('ephemeral');
      expect(all).toContain('*medical record number* (••••902)');
      expect(all).toContain('Nothing was stored or sent on');
      expect(all).toContain('CASE-12');
      expect(all).not.toMatch(/4471902|Whitaker/i);
    },
  );

  test('is refused when it cannot be checked', async () => {
    const { all } = await say('/imt', 'ﷺ'.repeat(4_800));
    expect(all).toContain('I could not check this text');
    expect(all).not.toContain('ﷺ');
    expect(app.logLines.filter((line) => line.includes('could not check a text'))).toHaveLength(1);
  });

  test('is no dose, no case code and no day of a scan', async () => {
    expect((await say('/imt-dose', '54 Gy/27F vs 38/19 + 16/8')).all).toContain('54 Gy');
    await app.slack.nextPost();
    const added = await say(
      '/imt-followup',
      'add CASE-123456 CT chest due 2027-02-23 window 14d owner <@U1|ada lovelace> backup <@U2|ben>',
    );
    expect(added.all).toContain('CASE-123456');
    expect(
      (await say('/imt-followup', 'done CASE-123456 exam 2026-11-20 report RAD-20931 reviewer <@U3>')).all,
    ).toContain('before the window');
  });

  test.each([
    'add John Smith CT chest due 2027-02-23 window 14d owner <@U1> backup <@U2>',
    'close CASE-12 declined patient Mr Jones declines',
    'add MRN-447190 CT chest',
    'book CASE-12 on 12/03/2027',
    'done CASE-12 exam 2026-11-20 report MRN4471902 reviewer <@U3>',
  ])('is refused in %j', async (text) => {
    const { all } = await say('/imt-followup', text);
    expect(all).toContain('This looks like it holds');
    expect(all).not.toMatch(/Smith|Jones|447190|12\/03/);
    expect(all).not.toContain('guard.go-on');
  });
});

describe('what may be an identifier', () => {
  const text = 'radiotherapy of Brian Kowalski';

  test('is asked about; "go on" then runs the same command in place of the question', async () => {
    const question = await say('/imt', text);
    expect(question.all).toContain('*possible name*');
    expect(question.all).not.toMatch(/Kowalski|Brian/);
    await app.press(button(question.all, 'guard.go-on'));
    const answer = await shown();
    expect(answer.replace_original).toBe(true);
    expect(answer.text).toBe('An answer from the knowledge base');
  });

  test('is confirmed by who was asked, where they were asked, and by nobody else', async () => {
    const question = await say('/imt', text, { user_id: 'U7' });
    await app.press(button(question.all, 'guard.go-on'));
    expect((await shown()).text).toContain('Type the command again');
    const altered = button((await say('/imt', text)).all, 'guard.go-on');
    await app.press({ ...altered, value: `${altered.value.slice(0, -2)}AA` });
    expect((await shown()).text).toContain('Type the command again');
  });

  test('can be edited; the new text is screened like any other', async () => {
    const question = await say('/imt', text);
    const view = await openedBy(() => app.press(button(question.all, 'guard.edit')));
    expect(JSON.stringify(view.blocks)).toContain(text);

    const refused = await submitted(view, { text: written('radiotherapy of Mr Kowalski') });
    expect(JSON.parse(refused)).toMatchObject({
      response_action: 'errors',
      errors: { text: expect.stringMatching(/\*name\*/) },
    });
    expect(refused).not.toContain('Kowalski');

    expect(await submitted(view, { text: written('chemotherapy of Brian Kowalski') })).toBe('');
    expect((await shown()).all).toContain('guard.go-on');

    expect(await submitted(view, { text: written('radiotherapy') })).toBe('');
    expect((await shown()).text).toContain('Evidence summary');
  });

  test('is not asked about when it is too long for a button', async () => {
    const { all } = await say('/imt', `${text} ${'and more '.repeat(200)}`);
    expect(all).toContain('write it shorter');
    expect(all).not.toContain('guard.go-on');
  });
});

describe('a field of a dialog', () => {
  test('that holds an identifier keeps the dialog open and says so beneath it', async () => {
    const view = await openedBy(() => app.type('/imt-followup', 'add'));
    const answer = await submitted(view, { caseCode: written('MRN-447190') });
    expect(JSON.parse(answer)).toMatchObject({
      response_action: 'errors',
      errors: { caseCode: expect.stringMatching(/medical record number/) },
    });
    expect(answer).not.toContain('447190');
  });
});
