import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { commandForTest, message } from '../support/command-for-test.ts';
import { slashCommand } from '../support/slash-command.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let app: TestApp;
afterEach(() => app.slack.close());

test('a stop waits for the command at hand, takes no more, and says that all was done', async () => {
  const { promise: result, resolve: finish } = Promise.withResolvers<void>();
  app = await startTestApp([commandForTest(() => result.then(() => message('done')))]);
  await app.type('/board');

  const stopped = app.app.stop(5_000);
  await expect(fetch(`${app.baseUrl}/healthz`)).rejects.toThrow();
  expect(app.slack.posts).toEqual([]);
  finish();

  expect(await stopped).toBe(true);
  expect(app.slack.posts.map(({ body }) => body.text)).toEqual(['done']);
});

test('a stop also waits for the command of a request that was still coming in', async () => {
  app = await startTestApp([commandForTest(() => wait(100).then(() => message('done')))]);
  const { url, method, headers, body } = app.signed(slashCommand('/board', '', app.slack.newResponseUrl()));
  const posting = request(url, { method, headers: { ...headers, expect: '100-continue' } });
  posting.flushHeaders();
  // Said once the request is taken up; before that it would not be one that is coming in.
  await once(posting, 'continue');
  posting.write(body.slice(0, 10));

  const stopped = app.app.stop(5_000);
  await wait(50);
  posting.end(body.slice(10));

  expect(await stopped).toBe(true);
  expect(app.slack.posts.map((post) => post.body.text)).toEqual(['done']);
});

test('a stop gives up at the deadline and says so', async () => {
  app = await startTestApp([commandForTest(() => new Promise(() => {}))]);
  await app.type('/board');
  const askedAt = performance.now();
  expect(await app.app.stop(300)).toBe(false);
  expect(performance.now() - askedAt).toBeLessThan(2_000);
});
