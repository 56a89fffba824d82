import type { BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/sandbox/page-state.ts';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
let pressed: BlockAction | undefined;
let submitted: ViewSubmitAction | undefined;
let viewClosed: { is_cleared: boolean } | undefined;
const refusals: unknown[] = [];

const button = (action_id: string, value = 'v') => ({
  type: 'button' as const,
  action_id,
  value,
  text: { type: 'plain_text' as const, text: action_id },
});
const actions = (...elements: ReturnType<typeof button>[]) => ({
  type: 'actions' as const,
  block_id: 'row',
  elements,
});
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const dialog = (title: string) => ({
  type: 'modal' as const,
  callback_id: 'note',
  title: plain(title),
  submit: plain('Save'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'about',
      label: plain('About'),
      element: { type: 'plain_text_input' as const, action_id: 'words' },
    },
    {
      type: 'input' as const,
      block_id: 'day',
      optional: true,
      label: plain('Day'),
      element: { type: 'datepicker' as const, action_id: 'on' },
    },
    actions(button('deeper')),
  ],
});

beforeAll(async () => {
  running = await startSandbox((app) => {
    app.command('/board', async ({ ack, respond, command }) => {
      await ack();
      await respond({
        text: 'buttons',
        response_type: command.text === 'shared' ? 'in_channel' : 'ephemeral',
        blocks: [
          actions(button('open'), button('replace'), button('delete'), button('slow'), button('twice')),
        ],
      });
    });
    app.action<BlockAction>(/.*/, async ({ ack, action, body, client, respond }) => {
      pressed = body;
      const id = action.action_id;
      await ack();
      if (id === 'open') await client.views.open({ trigger_id: body.trigger_id, view: dialog('First') });
      if (id === 'deeper') await client.views.push({ trigger_id: body.trigger_id, view: dialog('Second') });
      if (id === 'replace') await respond({ text: 'replaced', replace_original: true });
      if (id === 'delete') await respond({ text: '', delete_original: true });
      if (id === 'slow') running.now.ms += 3_001;
      if (id === 'twice') await client.views.open({ trigger_id: body.trigger_id, view: dialog('Once') });
      if (id === 'slow' || id === 'twice')
        await client.views
          .open({ trigger_id: body.trigger_id, view: dialog('Never') })
          .catch((error) => refusals.push(error.data.error));
    });
    app.view('note', async ({ ack, view, body }) => {
      submitted = body as ViewSubmitAction;
      const words = view.state.values.about?.words?.value;
      if (words === 'wrong')
        await ack({ response_action: 'errors', errors: { about: 'Write something else.' } });
      else if (words === 'update') await ack({ response_action: 'update', view: dialog('Updated') });
      else if (words === 'push') await ack({ response_action: 'push', view: dialog('Pushed') });
      else if (words === 'clear') await ack({ response_action: 'clear' });
      else await ack();
    });
    app.view({ callback_id: 'note', type: 'view_closed' }, async ({ ack, body }) => {
      viewClosed = body as unknown as { is_cleared: boolean };
      await ack();
    });
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'section', text: plain(`home of ${event.tab}`) }] },
      });
    });
  });
});
afterAll(() => running.stop());
beforeEach(async () => {
  await running.ask('closings', { as: 'ada', all: true });
});

async function newMessage(text = ''): Promise<PageMessage> {
  const before = await running.seenBy('ada');
  const conversationId = before.conversations[0]?.id ?? '';
  await running.ask('messages', { as: 'ada', conversationId, text: `/board ${text}` });
  return running.until('ada', ({ messages }) => messages.slice(before.messages.length)[0]);
}

function press(message: PageMessage, actionId: string, as = 'ada') {
  const entry = { blockId: 'row', actionId, values: [] };
  return running.ask('presses', { as, place: { messageTs: message.ts }, pressed: entry, entries: [] });
}

async function openDialog() {
  await press(await newMessage(), 'open');
  return running.until('ada', ({ dialogs }) => dialogs[0]);
}

const entered = (words: string) => ({
  as: 'ada',
  entries: [
    { blockId: 'about', actionId: 'words', values: [words] },
    { blockId: 'day', actionId: 'on', values: ['2026-12-01'] },
  ],
});
const titles = async () => (await running.seenBy('ada')).dialogs.map(({ title }) => title);

describe('a pressed button', () => {
  it('reaches the app as Slack reports it', async () => {
    const message = await newMessage();
    await press(message, 'slow');
    expect(pressed).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, is_ephemeral: true },
      channel: { id: message.conversationId, name: 'sarcoma-board' },
      actions: [{ type: 'button', action_id: 'slow', block_id: 'row', value: 'v', text: plain('slow') }],
      state: { values: {} },
    });
    expect(pressed?.response_url).toBeTruthy();
    const [action] = (pressed?.actions ?? []) as ButtonAction[];
    expect(action?.action_ts).toMatch(/^\d+\.\d{6}$/);
  });

  it('comes with the message only when everybody sees that', async () => {
    await press(await newMessage(), 'slow');
    expect(pressed?.message).toBeUndefined();
    const shared = await newMessage('shared');
    await press(shared, 'slow');
    expect(pressed?.message).toMatchObject({ ts: shared.ts, text: 'buttons' });
  });

  it.each(['', 'shared'])('can have its message replaced and deleted (%j)', async (text) => {
    const message = await newMessage(text);
    await press(message, 'replace');
    const find = (ts: string) =>
      running.until('ada', ({ messages }) => messages.find((one) => one.ts === ts));
    await expect.poll(async () => (await find(message.ts)).text).toBe('replaced');
    const other = await newMessage(text);
    await press(other, 'delete');
    await expect
      .poll(async () => (await running.seenBy('ada')).messages.some(({ ts }) => ts === other.ts))
      .toBe(false);
  });

  it('of a private message cannot be pressed by somebody else', async () => {
    expect(await press(await newMessage(), 'open', 'ben')).toEqual({ failure: 'no_longer_there' });
  });

  it('opens no dialog after three seconds, and no two', async () => {
    refusals.length = 0;
    await press(await newMessage(), 'slow');
    await press(await newMessage(), 'twice');
    await expect.poll(() => refusals).toEqual(['expired_trigger_id', 'exchanged_trigger_id']);
  });
});

describe('a dialog', () => {
  it('hands back what was entered, and closes when the app is content', async () => {
    await openDialog();
    expect(await running.ask('submissions', entered('fine'))).toEqual({});
    expect(submitted?.view).toMatchObject({
      callback_id: 'note',
      state: {
        values: {
          about: { words: { type: 'plain_text_input', value: 'fine' } },
          day: { on: { type: 'datepicker', selected_date: '2026-12-01' } },
        },
      },
    });
    expect(await titles()).toEqual([]);
  });

  it('asks for what is not optional before the app hears of it', async () => {
    await openDialog();
    submitted = undefined;
    expect(await running.ask('submissions', { as: 'ada', entries: [] })).toEqual({
      errors: { about: 'Please complete this required field.' },
    });
    expect(submitted).toBeUndefined();
  });

  it('stays open with the app’s errors', async () => {
    await openDialog();
    expect(await running.ask('submissions', entered('wrong'))).toEqual({
      errors: { about: 'Write something else.' },
    });
    expect(await titles()).toEqual(['First']);
  });

  it.each([
    ['update', ['Updated']],
    ['push', ['First', 'Pushed']],
    ['clear', []],
  ])('does what the app answers: %s', async (words, expected) => {
    await openDialog();
    await running.ask('submissions', entered(words));
    expect(await titles()).toEqual(expected);
  });

  it('may have others pushed on it again and again, as long as they are closed in between', async () => {
    const first = await openDialog();
    const deeper = { blockId: 'row', actionId: 'deeper', values: [] };
    for (let time = 0; time < 4; time++) {
      await running.ask('presses', { as: 'ada', place: { viewId: first.id }, pressed: deeper, entries: [] });
      await expect.poll(titles).toEqual(['First', 'Second']);
      await running.ask('closings', { as: 'ada', all: false });
    }
    expect(await titles()).toEqual(['First']);
  });

  it('tells the app that it was closed, when the app asked to know', async () => {
    await openDialog();
    viewClosed = undefined;
    await running.ask('closings', { as: 'ada', all: true });
    expect(viewClosed).toMatchObject({ is_cleared: false });
  });
});

describe('App Home', () => {
  it('is published by the app when its person opens it, for that person', async () => {
    await running.ask('openings', { as: 'chiara', tab: 'home' });
    const home = await running.until('chiara', (state) => state.home ?? undefined);
    expect(home.html).toContain('home of home');
    expect((await running.seenBy('ben')).home).toBeNull();
  });
});
