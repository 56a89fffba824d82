import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { RequestInHand, RequestsInHand } from '../../src/requests-in-hand.ts';
import { tellAbandoned } from '../../src/tell-abandoned.ts';
import { clientsForTest } from '../support/clients-for-test.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';
import { requestNamed, takenAtMs } from './requests.ts';

const minute = 60_000;
const broken = { status: 500, body: '' };

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlackStandIn();
  slack.answers['conversations.open'] = { ok: true, channel: { id: 'D1' } };
  slack.answers['chat.postMessage'] = { ok: true, ts: '1' };
});
afterEach(() => slack.close());

/** Tells once of a request that was left, so long after it was taken; says whether that is over. */
async function toldAfter(ms: number, left: Partial<RequestInHand>): Promise<boolean> {
  const request = { ...requestNamed('left'), responseUrl: slack.newResponseUrl(), ...left };
  let isDone = false;
  const inHand: RequestsInHand = {
    take: async () => {},
    done: async () => {
      isDone = true;
    },
    abandoned: async () => [request],
    close: async () => {},
  };
  const { forTeam: clientOf } = clientsForTest(slack.apiUrl);
  const telling = tellAbandoned({ inHand, clientOf, nowMs: () => takenAtMs + ms, log: createLog('silent') });
  telling.start();
  expect(await telling.settled(10_000)).toBe(true);
  return isDone;
}
const direct = () =>
  slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args);

describe('who was worked for by a process that is gone', () => {
  it('is told where they asked, and alone', async () => {
    expect(await toldAfter(minute, {})).toBe(true);
    expect(slack.posts.map(({ body }) => body)).toMatchObject([
      {
        response_type: 'ephemeral',
        replace_original: false,
        text: expect.stringContaining('worked on `/imt`'),
      },
    ]);
  });

  it('is told by direct message once Slack takes nothing there any more', async () => {
    expect(await toldAfter(40 * minute, {})).toBe(true);
    expect(slack.posts).toEqual([]);
    expect(direct()).toMatchObject([{ channel: 'D1', text: expect.stringContaining('I was stopped') }]);
  });

  it('is told by direct message where that address is used up', async () => {
    slack.failNext('response_url', { status: 404, body: '{"ok":false,"error":"used_url"}' });
    expect(await toldAfter(minute, {})).toBe(true);
    expect(direct()).toHaveLength(1);
  });

  it('is told in the thread of their direct message', async () => {
    const message = { ts: '1.1', threadTs: null };
    expect(await toldAfter(minute, { responseUrl: null, channelId: 'D9', message })).toBe(true);
    expect(direct()).toMatchObject([{ channel: 'D9', thread_ts: '1.1' }]);
  });

  it('is told later while Slack is in trouble', async () => {
    slack.failNext('response_url', broken, broken);
    expect(await toldAfter(minute, {})).toBe(false);
  });

  it('is told later when it cannot be known whether a direct message arrived', async () => {
    slack.failNext('chat.postMessage', broken);
    expect(await toldAfter(minute, { responseUrl: null })).toBe(false);
  });

  it('is let go where the app may not write to them', async () => {
    slack.answers['conversations.open'] = { ok: false, error: 'user_disabled' };
    expect(await toldAfter(minute, { responseUrl: null })).toBe(true);
  });

  it('is let go after a day without success, when it helps nobody any more', async () => {
    slack.failNext('chat.postMessage', broken);
    expect(await toldAfter(25 * 60 * minute, { responseUrl: null })).toBe(true);
  });
});
