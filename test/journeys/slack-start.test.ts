import { appendFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { type RunningApp, runApp } from '../support/run-app.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';

let slack: SlackStandIn;
let app: RunningApp | undefined;
const start = (...settings: Parameters<typeof runApp>) => {
  app = runApp(...settings);
  return app;
};
beforeEach(async () => {
  slack = await startSlackStandIn();
});
afterEach(async () => {
  app?.signal('SIGKILL');
  await slack.close();
});

const overHttp = () => ({
  SLACK_BOT_TOKEN: 'xoxb-CANARY',
  SLACK_SIGNING_SECRET: 'CANARY-secret',
  SLACK_API_URL: slack.apiUrl,
  PORT: '0',
});

describe('the app', () => {
  test('checks its token, says that it is ready, and ends with status 0 on SIGTERM', async () => {
    const main = start(overHttp());
    const [, port] = await main.printed(/"port":(\d+)/);
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    main.signal('SIGTERM');
    const { status, stdout, stderr } = await main.ended;
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain('CANARY');
  });

  test('ends on SIGTERM even when nobody reads its log any more', async () => {
    const main = start(overHttp());
    await main.printed(/"port":\d+/);
    main.stopReading();
    main.signal('SIGTERM');
    expect((await main.ended).status).toBe(0);
  });

  test('listens where HOST says, and on every address without it', async () => {
    const main = start({ ...overHttp(), HOST: '127.0.0.2' });
    const [, port] = await main.printed(/"port":(\d+)/);
    expect((await fetch(`http://127.0.0.2:${port}/healthz`)).status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    main.signal('SIGKILL');
    const everywhere = start(overHttp());
    const [, other] = await everywhere.printed(/"port":(\d+)/);
    for (const address of ['127.0.0.1', '127.0.0.2'])
      expect((await fetch(`http://${address}:${other}/healthz`)).status).toBe(200);
  });

  test('without a Slack variable is a page on this machine', async () => {
    const main = start({ PORT: '0' });
    const [, url] = await main.printed(/IMT Board is ready: open (http:\/\/localhost:\d+)/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    main.signal('SIGTERM');
    expect((await main.ended).status).toBe(0);
  });
});

describe('a start that somebody must mend ends with status 2, and one that may pass with 75; each says what to do', () => {
  test('about every mistake of the configuration at once', async () => {
    const { status, stderr } = await start({ SLACK_BOT_TOKEN: 'no', PORT: 'no', LOG_LEVEL: 'no' }).ended;
    expect(status).toBe(2);
    for (const name of ['SLACK_BOT_TOKEN', 'PORT', 'LOG_LEVEL']) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('about a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, () => resolve((other.address() as { port: number }).port));
    });
    const { status, stderr } = await start({ ...overHttp(), PORT: String(port) }).ended;
    other.close();
    expect(status).toBe(75);
    expect(stderr).toBe(
      `Port ${port} is in use. Stop the program that uses it, or start with another, as PORT=3001 npm start.\n`,
    );
  });

  test('about a token that Slack refuses', async () => {
    slack.failNext('auth.test', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' });
    const { status, stderr } = await start(overHttp()).ended;
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Slack refused SLACK_BOT_TOKEN \(invalid_auth\)\. Copy .*\n$/);
    expect(stderr).not.toContain('CANARY');
  });

  test('about a Slack that cannot be reached', async () => {
    await slack.close();
    const { status, stderr } = await start(overHttp()).ended;
    expect(status).toBe(75);
    expect(stderr).toMatch(/^Slack could not be reached .*ECONNREFUSED.*\n$/);
  });

  test.each([
    ['a fault of its own', { status: 200, body: '{"ok":false,"error":"internal_error"}' }, 'internal_error'],
    ['that it is busy', { status: 503, body: '' }, 'status_503'],
    ['nothing, and hangs up', 'reset' as const, '\\w+'],
  ])('about a Slack that answers %s', async (_, fault, code) => {
    slack.failNext('auth.test', fault);
    const { status, stderr } = await start(overHttp()).ended;
    expect(status).toBe(75);
    expect(stderr).toMatch(
      new RegExp(`^Slack could not (check|be reached to check) SLACK_BOT_TOKEN \\(${code}\\)`),
    );
  });

  test('about a metrics port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { status, stderr } = await start({ ...overHttp(), METRICS_PORT: String(port) }).ended;
    other.close();
    expect(status).toBe(75);
    expect(stderr).toContain('(EADDRINUSE)');
  });

  test('about an address to listen on that is not this machine’s', async () => {
    const { status, stderr } = await start({ ...overHttp(), HOST: '203.0.113.1' }).ended;
    expect(status).toBe(75);
    expect(stderr).toMatch(/^HOST is no address of this machine, or not yet\./);
  });

  test('about a database that does not answer: first, and at once, that it waits', async () => {
    const main = start({ ...overHttp(), DATABASE_URL: 'postgres://u:CANARY@127.0.0.1:9/x' });
    const [line] = await main.printed(/^.*the database does not answer yet.*$/m);
    expect(JSON.parse(line)).toMatchObject({ level: 'warn', code: 'ECONNREFUSED' });
    expect(line).not.toContain('CANARY');
  });

  test('about an app token that Slack refuses', async () => {
    slack.failNext('apps.connections.open', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' });
    const { SLACK_SIGNING_SECRET: _, ...variables } = overHttp();
    const { status, stderr } = await start({ ...variables, SLACK_APP_TOKEN: 'xapp-CANARY' }).ended;
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Slack refused SLACK_APP_TOKEN \(invalid_auth\)\. Write .*\n$/);
  });

  test('about every mistake in the knowledge base, each with its file', async () => {
    const folder = copyOfProject();
    appendFileSync(join(folder, 'knowledge/topics.yml'), '\nno-such-key: true\n');
    appendFileSync(join(folder, 'knowledge/vocabulary.yml'), '\nno-such-key: true\n');
    const { status, stderr } = await start(overHttp(), { folder }).ended;
    rmSync(folder, { recursive: true });
    expect(status).toBe(2);
    expect(stderr).toContain('topics.yml');
    expect(stderr).toContain('vocabulary.yml');
    expect(slack.calls).toEqual([]);
  });
});
