import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppMentionEvent, GenericMessageEvent } from '@slack/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
const messages: GenericMessageEvent[] = [];
const mentions: AppMentionEvent[] = [];

beforeAll(async () => {
  running = await startSandbox((app) => {
    app.event('app_mention', async ({ event }) => {
      mentions.push(event);
    });
    app.message(async ({ message, say }) => {
      messages.push(message as GenericMessageEvent);
      if ((message as GenericMessageEvent).text === 'hello') await say('good day');
    });
  });
});
afterAll(() => running.stop());
beforeEach(() => {
  messages.length = 0;
  mentions.length = 0;
});

async function write(text: string, kind: 'channel' | 'direct') {
  const { conversations } = await running.seenBy('ben');
  const conversationId = conversations.find((one) => one.kind === kind)?.id ?? '';
  await running.ask('messages', { as: 'ben', conversationId, text });
  return conversationId;
}

describe('what a person writes', () => {
  it('in the direct message reaches the app as a message event, whose answer only that person sees', async () => {
    const channel = await write('hello', 'direct');
    await expect.poll(() => messages).toMatchObject([{ text: 'hello', channel, channel_type: 'im' }]);
    await running.until('ben', (state) => state.messages.find(({ text }) => text === 'good day'));
    const { messages: seen } = await running.seenBy('ada');
    expect(seen).toEqual([]);
  });

  it('with the app’s name in the channel is a mention as well', async () => {
    await write('@IMT Board what of <b> & c?', 'channel');
    await expect.poll(() => mentions.length).toBe(1);
    expect(mentions[0]?.text).toMatch(/^<@U\w+> what of &lt;b&gt; &amp; c\?$/);
    await expect.poll(() => messages).toMatchObject([{ channel_type: 'channel', ts: mentions[0]?.ts }]);
  });

  it('is seen by the others of the channel, never as HTML', async () => {
    await write('<img src=x onerror=alert(1)>', 'channel');
    const seen = await running.until('chiara', (state) => state.messages.at(-1));
    expect(seen.author).toMatchObject({ kind: 'person', name: 'Ben' });
    expect(seen.html).not.toContain('<img');
  });

  it('in a conversation that is not theirs is refused', async () => {
    const { conversations } = await running.seenBy('ada');
    const direct = conversations.find(({ kind }) => kind === 'direct')?.id ?? '';
    const refused = await running.ask('messages', { as: 'ben', conversationId: direct, text: 'peek' });
    expect(refused).toEqual({ failure: 'channel_not_found' });
  });
});

describe('an event that the app does not take', () => {
  it('comes again at once, as a repetition of the same', async () => {
    const got: { id: string; headers: IncomingHttpHeaders }[] = [];
    const failing = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      got.push({ id: JSON.parse(body).event_id, headers: request.headers });
      response.writeHead(got.length === 1 ? 500 : 200).end();
    });
    failing.listen(0, '127.0.0.1');
    await once(failing, 'listening');
    running.sandbox.connect(`http://127.0.0.1:${(failing.address() as AddressInfo).port}/`);
    await running.ask('openings', { as: 'ada', tab: 'messages' });
    await expect.poll(() => got.length).toBe(2);
    expect(got[1]?.id).toBe(got[0]?.id);
    expect(got.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1']);
    running.sandbox.connect(`${running.baseUrl}/slack/events`);
    failing.closeAllConnections();
    failing.close();
  });
});
