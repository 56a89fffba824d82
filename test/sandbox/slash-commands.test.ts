import type { SlashCommand } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
let received: SlashCommand | undefined;
const outcomes: Record<string, unknown> = {};

beforeAll(async () => {
  running = await startSandbox((app) => {
    app.command('/board', async ({ ack, command, respond, client }) => {
      received = command;
      if (command.text === 'silence') return;
      if (command.text === 'in words') return ack('said at once');
      await ack();
      if (command.text === 'private') await respond({ text: 'for one', response_type: 'ephemeral' });
      if (command.text === 'shared') await respond({ text: 'for all', response_type: 'in_channel' });
      if (command.text === 'six times')
        outcomes.sixth = await sixTimes(() => respond({ text: 'again', response_type: 'ephemeral' }));
      if (command.text === 'late') {
        running.now.ms += 31 * 60 * 1000;
        outcomes.late = await sixTimes(() => respond({ text: 'late', response_type: 'ephemeral' }));
      }
      if (command.text === 'nonsense')
        outcomes.nonsense = await client.apiCall('files.upload').catch((error) => error.data.error);
      if (command.text === 'post')
        outcomes.post = await client.chat.postMessage({ channel: command.channel_id, text: 'posted' });
      if (command.text === 'post privately')
        await client.chat.postEphemeral({
          channel: command.channel_id,
          user: command.user_id,
          text: 'whispered',
        });
    });
  });
});
afterAll(() => running.stop());

/** How often it worked before it was refused. */
async function sixTimes(post: () => Promise<unknown>): Promise<{ worked: number; statusCode?: number }> {
  for (let worked = 0; worked < 6; worked++) {
    try {
      await post();
    } catch (error) {
      return { worked, statusCode: (error as { statusCode: number }).statusCode };
    }
  }
  return { worked: 6 };
}

async function type(text: string, as = 'ada'): Promise<void> {
  const state = await running.seenBy(as);
  const channel = state.conversations.find(({ kind }) => kind === 'channel');
  await running.ask('messages', { as, conversationId: channel?.id ?? '', text });
}

const saying = (text: string) => (state: { messages: { text: string }[] }) =>
  state.messages.find((message) => message.text === text);

describe('a slash command', () => {
  it('reaches the app with what Slack says of it', async () => {
    await type('/board  private ');
    expect(received).toMatchObject({
      command: '/board',
      text: 'private',
      channel_name: 'sarcoma-board',
      user_name: 'ada',
      is_enterprise_install: 'false',
    });
    expect(received?.response_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/response\//);
    expect(received?.user_id).toMatch(/^U/);
    expect(received?.team_id).toMatch(/^T/);
    expect(received?.trigger_id).toBeTruthy();
  });

  it('is answered in private for its one person only', async () => {
    await type('/board private');
    await running.until('ada', saying('for one'));
    const { messages } = await running.seenBy('ben');
    expect(messages.filter(({ text }) => text === 'for one')).toEqual([]);
  });

  it('is answered for everybody when the app says so', async () => {
    await type('/board shared');
    expect(await running.until('ben', saying('for all'))).toMatchObject({ isPrivate: false });
  });

  it('may be answered with the acknowledgement itself, in private', async () => {
    await type('/board in words');
    expect(await running.until('ada', saying('said at once'))).toMatchObject({ isPrivate: true });
    expect(saying('said at once')(await running.seenBy('ben'))).toBeUndefined();
  });

  it('may be answered five times through its response_url, and no sixth time', async () => {
    await type('/board six times');
    await expect.poll(() => outcomes.sixth).toEqual({ worked: 5, statusCode: 404 });
  });

  it('may not be answered after thirty minutes', async () => {
    await type('/board late');
    await expect.poll(() => outcomes.late).toEqual({ worked: 0, statusCode: 404 });
  });

  it('shows operation_timeout when the app stays silent', async () => {
    await type('/board silence');
    const said = await running.until('ada', saying('/board failed with the error "operation_timeout".'));
    expect(said).toMatchObject({ isPrivate: true, author: { kind: 'sandbox' } });
  });

  it('that does not exist is refused by the sandbox, naming those that do', async () => {
    await type('/bored');
    await running.until('ada', saying('`/bored` is not a command here. Write one of these: `/board`.'));
  });

  it('in a direct message is answered there', async () => {
    const state = await running.seenBy('ben');
    const direct = state.conversations.find(({ kind }) => kind === 'direct');
    await running.ask('messages', { as: 'ben', conversationId: direct?.id ?? '', text: '/board private' });
    expect(received).toMatchObject({ channel_name: 'directmessage', channel_id: direct?.id });
    expect(await running.until('ben', saying('for one'))).toMatchObject({ conversationId: direct?.id });
  });
});

describe('the Web API', () => {
  it('answers unknown_method to what the sandbox does not play', async () => {
    await type('/board nonsense');
    await expect.poll(() => outcomes.nonsense).toBe('unknown_method');
  });

  it('shows what the app posts, and keeps it in the history', async () => {
    await type('/board post');
    const shown = await running.until('chiara', saying('posted'));
    const { conversations } = await running.seenBy('ada');
    const history = await running.app.client.conversations.history({ channel: conversations[0]?.id ?? '' });
    expect(history.messages?.find(({ text }) => text === 'posted')?.ts).toBe((shown as { ts?: string }).ts);
  });

  it('shows what the app posts for one person to that person only', async () => {
    await type('/board post privately');
    expect(await running.until('ada', saying('whispered'))).toMatchObject({ isPrivate: true });
    expect(saying('whispered')(await running.seenBy('ben'))).toBeUndefined();
  });

  it('refuses a token that is not the app’s', async () => {
    const answer = await fetch(`${running.sandbox.slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-guess' },
    });
    expect(await answer.json()).toEqual({ ok: false, error: 'invalid_auth' });
  });
});
