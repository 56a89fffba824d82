import type { GenericMessageEvent } from '@slack/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
const heard: GenericMessageEvent[] = [];

beforeAll(async () => {
  running = await startSandbox((app) => {
    app.message(async ({ message, client }) => {
      const { channel, user, thread_ts } = message as GenericMessageEvent;
      heard.push(message as GenericMessageEvent);
      if (thread_ts)
        await client.chat.postEphemeral({ channel, user, thread_ts, text: 'for you alone, in the thread' });
    });
  });
});
afterAll(() => running.stop());
beforeEach(() => {
  heard.length = 0;
});

async function channelId(): Promise<string> {
  const { conversations } = await running.seenBy('ada');
  return conversations.find(({ kind }) => kind === 'channel')?.id ?? '';
}

const write = async (text: string, threadTs?: string) =>
  running.ask('messages', {
    as: 'ada',
    conversationId: await channelId(),
    text,
    ...(threadTs ? { threadTs } : {}),
  });

const find = (handle: string, text: string) =>
  running.until(handle, ({ messages }) => messages.find((message) => message.text === text));

describe('a reply in a thread', () => {
  it('reaches the app with the thread and who began it, and everybody in the conversation', async () => {
    await write('the root');
    const root = await find('ada', 'the root');
    expect(await write('a reply', root.ts)).toEqual({});
    const reply = await find('ben', 'a reply');
    expect(reply.threadTs).toBe(root.ts);
    await expect
      .poll(() => heard.at(-1))
      .toMatchObject({ text: 'a reply', thread_ts: root.ts, parent_user_id: 'U0SANDBOXADA' });
  });

  it('is answered in the same thread, to its writer alone', async () => {
    await write('another root');
    const root = await find('ada', 'another root');
    await write('another reply', root.ts);
    const answer = await running.until('ada', ({ messages }) =>
      messages.find(({ threadTs, isPrivate }) => threadTs === root.ts && isPrivate),
    );
    expect(answer.text).toBe('for you alone, in the thread');
    const { messages } = await running.seenBy('ben');
    expect(messages.filter(({ isPrivate }) => isPrivate)).toEqual([]);
    expect(await write('to what only I see', answer.ts)).toEqual({ failure: 'no_longer_there' });
  });

  it('is no command: Slack takes none there', async () => {
    await write('a third root');
    const root = await find('ada', 'a third root');
    await write('/board now', root.ts);
    const refusal = await running.until('ada', ({ messages }) =>
      messages.find(({ author }) => author.kind === 'sandbox'),
    );
    expect(refusal).toMatchObject({ threadTs: root.ts, isPrivate: true });
    expect(refusal.text).toContain('no commands in threads');
  });

  it('to a message that is not there is refused', async () => {
    expect(await write('too late', '1.000001')).toEqual({ failure: 'no_longer_there' });
  });
});
