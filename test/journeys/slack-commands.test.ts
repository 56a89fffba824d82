import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Command, CommandRequest } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { firstInTime } from '../support/first-in-time.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let app: TestApp;
afterEach(() => app.stop());

const started = async (run: Command['run']) => {
  app = await startTestApp([commandForTest(run)]);
};
const busyFor = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

describe('a slash command', () => {
  test('is answered through its response URL, privately', async () => {
    let asked: CommandRequest | undefined;
    await started(async (request) => {
      asked = request;
      return message('20–60 Gy reported');
    });
    const ack = await app.type('/board', '  radiotherapy ');
    const post = await app.slack.nextPost();

    expect(ack.status).toBe(200);
    expect(await ack.text()).toBe('');
    expect(asked).toEqual({ text: 'radiotherapy', userId: 'U1', channelId: 'C1', teamId: 'T1' });
    expect(post.body).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      text: '20–60 Gy reported',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '20–60 Gy reported' } }],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test('answers the whole conversation only when its reply is shared', async () => {
    await started(async () => message('for all', 'shared'));
    await app.type('/board');
    expect((await app.slack.nextPost()).body.response_type).toBe('in_channel');
  });

  test.each([
    ['waits for two seconds', () => wait(2_000)],
    ['computes for one second without a pause', async () => busyFor(1_000)],
  ])('is acknowledged within 500 ms while it %s', async (_, work) => {
    await started(async () => {
      await work();
      return message('done');
    });
    await app.type('/warm-up');
    await app.slack.nextPost();
    const answered = async () => {
      const ack = await app.typeTimed('/board');
      expect((await app.slack.nextPost()).body.text).toBe('done');
      return ack;
    };
    const ack = await firstInTime(answered, ({ tookMs }) => tookMs < 500);
    expect(ack.status).toBe(200);
    expect(ack.tookMs).toBeLessThan(500);
  });

  test('shows a mistake of the person as written, privately, and logs no error', async () => {
    await started(async () => {
      throw new UserError('There is no topic "radiation". Write `/board radiotherapy`.');
    });
    await app.type('/board', 'radiation');
    const { body } = await app.slack.nextPost();
    expect(body.text).toBe('There is no topic "radiation". Write `/board radiotherapy`.');
    expect(body.response_type).toBe('ephemeral');
    expect(app.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  test('answers a fault with a reference that is in the log, and the log has no word of what was typed', async () => {
    await started(async ({ text }) => {
      throw new TypeError(`cannot read ${text}\n    at ${text}`, { cause: new RangeError(text) });
    });
    await app.type('/board', 'CANARY-4711');
    const { body } = await app.slack.nextPost();
    const reference = /`(ref-\d+)`/.exec(body.text)?.[1];
    expect(body.response_type).toBe('ephemeral');
    expect(body.text).not.toContain('CANARY');
    const logged = app.logLines
      .filter((line) => reference && line.includes(reference))
      .map((line) => JSON.parse(line));
    expect(logged).toEqual([
      expect.objectContaining({
        level: 'error',
        error: expect.objectContaining({
          name: 'TypeError',
          stack: expect.arrayContaining([expect.stringContaining('slack-commands.test.ts')]),
          cause: expect.objectContaining({ name: 'RangeError' }),
        }),
      }),
    ]);
    expect(app.logLines.join('')).not.toContain('CANARY');
  });

  test('that the app no longer has is answered with those that it has', async () => {
    await started(async () => message('unused'));
    await app.type('/old-name');
    expect((await app.slack.nextPost()).body.text).toContain('`/board`');
  });
});
