import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command.ts';
import type { RequestInHand, RequestsInHand } from '../../src/requests-in-hand.ts';
import { rememberPlace } from '../../src/slack/form-place.ts';
import { button } from '../../src/views/block.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const more = { id: 'more', run: async () => message('More.') };
const imt: Command = {
  ...commandForTest(async () => message('An answer.'), [more]),
  name: '/imt',
  takesMessages: true,
};

let taken: RequestInHand[];
let done: string[];
let keep: () => void;
let app: TestApp;
beforeEach(async () => {
  taken = [];
  done = [];
  keep = () => {};
  const inHand: RequestsInHand = {
    async take(request) {
      taken.push(request);
      if (request.what === '`/slow`')
        await new Promise<void>((resolve) => {
          keep = resolve;
        });
    },
    done: async (id) => {
      done.push(id);
    },
    abandoned: async () => [],
    close: async () => {},
  };
  app = await startTestApp([imt], undefined, { inHand });
});
afterEach(() => app.stop());

const isOver = () => expect.poll(() => done).toEqual(taken.map(({ id }) => id));

describe('what Slack sends', () => {
  it('is acknowledged once it is kept, and let go once it is answered', async () => {
    let acknowledged = false;
    const asked = app.type('/slow').then(() => {
      acknowledged = true;
    });
    await expect.poll(() => taken).toHaveLength(1);
    await wait(100);
    expect(acknowledged).toBe(false);
    keep();
    await asked;
    await app.slack.nextPost();
    await isOver();
  });

  it('is kept as who asked, where and by what, and never as what was written', async () => {
    await app.type('/imt', 'a patient named Ada');
    await app.slack.nextPost();
    expect(taken).toMatchObject([{ what: '`/imt`', teamId: 'T1', userId: 'U1', message: null }]);
    expect(taken[0]?.responseUrl).toMatch(/^http/);
    expect(JSON.stringify(taken)).not.toContain('Ada');
    await isOver();
  });

  it('is kept when a button is pressed', async () => {
    await app.press({ ...button('More', 'more', '1'), action_ts: '1' });
    await app.slack.nextPost();
    expect(taken).toMatchObject([{ what: 'the button that you pressed', channelId: 'C1', userId: 'U1' }]);
    await isOver();
  });

  it('is kept when a form is sent, with where its dialog was opened', async () => {
    const place = { channelId: 'C7', responseUrl: app.slack.newResponseUrl(), onMessage: false };
    const title = { type: 'plain_text', text: 'A form' } as const;
    const view = rememberPlace({ type: 'modal', title, callback_id: 'a-form', blocks: [] }, place);
    await app.submit({ ...view, state: { values: {} } });
    expect(taken).toMatchObject([
      { what: 'the form that you sent', channelId: 'C7', responseUrl: place.responseUrl },
    ]);
    await isOver();
  });

  it('is kept when somebody writes to the app, with the thread to answer in', async () => {
    await app.sendEvent({
      ...{ type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'dose?' },
      ...{ ts: '1700000000.000100', thread_ts: '1600000000.000100' },
    });
    await app.slack.nextCall('chat.postMessage');
    expect(taken).toMatchObject([
      { what: 'your message', message: { ts: '1700000000.000100', threadTs: '1600000000.000100' } },
    ]);
    await isOver();
  });

  it('is acknowledged when Slack says that it holds back events, and an alarm is raised', async () => {
    const limited = { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1_700_000_000 };
    expect((await app.post(JSON.stringify(limited), {}, 'application/json')).status).toBe(200);
    expect(app.logLines.join()).toMatch(/"alarm":"rate-limited".*"teamId":"T1"/);
    expect(taken).toEqual([]);
  });

  it.each([
    ['an edit', { type: 'message', subtype: 'message_changed', channel_type: 'im', channel: 'D1' }],
    ['a bot', { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', bot_id: 'B1', ts: '1' }],
    ['a visit to the Home tab', { type: 'app_home_opened', tab: 'home', user: 'U1', channel: 'D1' }],
    [
      'a message of a channel',
      { type: 'message', channel_type: 'channel', channel: 'C1', user: 'U1', ts: '1' },
    ],
  ])('is not kept where nobody waits for an answer: %s', async (_what, event) => {
    await app.sendEvent(event);
    expect(taken).toEqual([]);
  });
});
