import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExchangeLog } from '../../src/sandbox/exchange-log.ts';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;

beforeAll(async () => {
  running = await startSandbox((app) => {
    app.command('/board', async ({ ack, respond, client }) => {
      await ack();
      await client.chat.postMessage({ channel: 'C0NOWHERE', text: 'lost' }).catch(() => {});
      await respond({ text: `never ${running.sandbox.slack.botToken}` });
    });
  });
});
afterAll(() => running.stop());

async function contentOf(name: string) {
  const { exchanges } = await running.seenBy('ada');
  const id = exchanges.findLast((one) => one.name === name)?.id ?? 0;
  const { exchange } = await running.ask('exchanges', { as: 'ada', id });
  return { sent: JSON.parse(exchange?.sent || 'null'), answered: exchange?.answered ?? '' };
}

describe('what went between the app and Slack', () => {
  it('is listed with its outcome, and shown without any token', async () => {
    const { conversations } = await running.seenBy('ada');
    const conversationId = conversations[0]?.id ?? '';
    await running.ask('messages', { as: 'ada', conversationId, text: '/board now' });
    await running.until('ada', ({ exchanges }) => exchanges.find(({ name }) => name === 'response_url'));
    const { exchanges } = await running.seenBy('ada');
    expect(exchanges.map(({ to, name, outcome }) => [to, name, outcome])).toEqual(
      expect.arrayContaining([
        ['app', '/board', 'ok'],
        ['slack', 'chat.postMessage', 'channel_not_found'],
        ['slack', 'response_url', 'ok'],
      ]),
    );
    const command = await contentOf('/board');
    expect(command.sent.body).toMatchObject({ text: 'now', token: '(left out)' });
    expect(Object.keys(command.sent.headers)).toContain('x-slack-signature');
    expect((await contentOf('response_url')).sent.text).toBe('never (left out)');
    expect((await contentOf('chat.postMessage')).answered).toContain('channel_not_found');
  });

  it('cannot be asked for when it is not kept', async () => {
    expect(await running.ask('exchanges', { as: 'ada', id: 999_999 })).toEqual({
      failure: 'no_longer_there',
    });
  });

  it('is kept up to a number, the latest', () => {
    const log = createExchangeLog(() => new Date(0));
    for (let sent = 1; sent <= 301; sent++)
      log.add({ to: 'slack', name: 'api.test', outcome: 'ok', sent, answered: {} });
    expect(log.all()).toHaveLength(300);
    expect(log.find(1)).toBeUndefined();
    expect(log.find(301)?.sent).toBe('301');
  });
});
