import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandForTest, message } from '../support/command-for-test.ts';
import { type Fault, invalidBlocks, startSlackStandIn } from '../support/slack-stand-in.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

// Thirty seconds in the app.
vi.mock('../../src/slack/answer-timeout.ts', () => ({ answerTimeoutMs: 3_000 }));

const longBlocks = [1, 2, 3].map((part) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text: `${'word '.repeat(500)}end of part ${part}` },
}));

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp([
    commandForTest(async ({ text }) => {
      if (text === 'long') return { ...message('Many words'), blocks: longBlocks };
      if (text === 'unrenderable') return { ...message('kept'), blocks: [{ type: 'no-such-block' }] };
      return message('20–60 Gy reported');
    }),
  ]);
});
afterEach(() => app.stop());

const errors = () => app.logLines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
const answersAgain = async () => {
  await app.type('/board');
  expect((await app.slack.nextPost()).body.text).toBe('20–60 Gy reported');
};

describe('an answer that Slack does not render', () => {
  test.each<[string, Fault]>([
    ['with status 200', invalidBlocks],
    ['with status 400', { status: 400, body: '{"ok":false,"error":"invalid_blocks"}' }],
    ['with status 500', { status: 500, body: '{"ok":false,"error":"invalid_blocks"}' }],
    ['as too long', { status: 200, body: '{"ok":false,"error":"msg_blocks_too_long"}' }],
  ])('and refuses %s arrives plainer, with its text and still private', async (_, fault) => {
    app.slack.failNext('response_url', fault);
    await app.type('/board');
    const { body } = await app.slack.nextPost();
    expect(body.response_type).toBe('ephemeral');
    expect(JSON.stringify(body)).toContain('20–60 Gy reported');
    expect(app.slack.attempts).toHaveLength(2);
    expect(errors()).toHaveLength(1);
  });

  test('even plainer arrives as text alone', async () => {
    app.slack.failNext('response_url', invalidBlocks, invalidBlocks);
    await app.type('/board');
    const { body } = await app.slack.nextPost();
    expect(body.blocks).toBeUndefined();
    expect(body.text).toContain('20–60 Gy reported');
  });

  test('arrives whole as text, however long it is', async () => {
    app.slack.failNext('response_url', invalidBlocks, invalidBlocks);
    await app.type('/board', 'long');
    const { body } = await app.slack.nextPost();
    for (const part of [1, 2, 3]) expect(body.text).toContain(`end of part ${part}`);
  });

  test('is never sent as it is when it breaks the rules of Block Kit', async () => {
    await app.type('/board', 'unrenderable');
    const { body } = await app.slack.nextPost();
    expect(body.text).toContain('kept');
    expect(JSON.stringify(app.slack.attempts)).not.toContain('no-such-block"}');
    expect(errors()[0].msg).toBe('a message breaks the rules of Block Kit');
  });
});

describe('while Slack is in trouble', () => {
  test.each<[string, Fault, string]>([
    ['fails', { status: 503, body: 'upstream' }, 'status_503'],
    ['breaks the connection', 'reset', 'ECONNRESET'],
    [
      'says that the address is used up',
      { status: 404, body: '{"ok":false,"error":"used_url"}' },
      'used_url',
    ],
  ])(
    'an answer that it may have shown is not posted twice when it %s: the log has a reference',
    async (_, fault, code) => {
      app.slack.failNext('response_url', fault);
      await app.type('/board');
      await expect.poll(errors).toEqual([
        expect.objectContaining({
          reference: 'ref-1',
          msg: '/board failed',
          error: expect.objectContaining({ name: 'DeliveryError', code }),
        }),
      ]);
      expect(app.slack.attempts).toHaveLength(1);
      await answersAgain();
    },
  );

  test('an answer that it turned away for its rate limit arrives a little later, once', async () => {
    app.slack.failNext('response_url', { status: 429, body: '', retryAfter: '1' });
    await app.type('/board');
    expect((await app.slack.nextPost()).body.text).toBe('20–60 Gy reported');
    expect(app.slack.posts).toHaveLength(1);
    expect(errors()).toEqual([]);
  });

  test('an answer that cannot be posted at all ends in the log, and the app lives on', async () => {
    const gone = await startSlackStandIn();
    await gone.close();
    await app.press({ action_id: 'board.gone' }, { response_url: gone.newResponseUrl() });
    await expect.poll(errors).toEqual([
      expect.objectContaining({
        reference: 'ref-1',
        error: expect.objectContaining({ code: 'ECONNREFUSED' }),
      }),
    ]);
    await answersAgain();
  });

  test('an answer that it neither takes nor refuses is given up in the end', async () => {
    app.slack.failNext('response_url', 'silence');
    await app.type('/board');
    await expect
      .poll(errors)
      .toEqual([expect.objectContaining({ error: expect.objectContaining({ code: 'timeout' }) })]);
    await answersAgain();
  });

  test('an App Home that cannot be drawn ends in the log, and the app lives on', async () => {
    app.slack.failNext('views.publish', { status: 500, body: 'upstream' });
    await app.sendEvent({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' });
    await expect.poll(errors).toEqual([expect.objectContaining({ reference: 'ref-1' })]);
    await answersAgain();
  });
});
