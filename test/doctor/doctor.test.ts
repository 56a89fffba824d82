import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { diskFinding } from '../../src/doctor/check-store.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { connectExisting } from '../../src/store/connect-existing.ts';
import { openStore } from '../../src/store/open-store.ts';
import { writeDueReminders } from '../store/records.ts';
import { testKeyRing, testKeys } from '../support/key-ring.ts';

const signingSecret = '0123456789abcdef0123456789abcdef';
const botToken = 'xoxb-canary-of-the-doctor';
const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
const scopes: string[] = manifest.oauth_config.scopes.bot;

interface Answers {
  token: object;
  scopes: string | null;
  skewMs: number;
  ready: object;
  readyStatus: number;
  healthy: object;
  takesSigned: boolean;
}

/** Slack and the running app on one loopback port: what each says is the test's. */
async function standIn(answers: Partial<Answers> = {}) {
  const said: Answers = {
    ...{ token: { ok: true }, scopes: scopes.join(','), skewMs: 0, takesSigned: true },
    ...{ ready: { status: 'ready' }, readyStatus: 200, healthy: { status: 'alive' } },
    ...answers,
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const json = (status: number, answer: object) => response.writeHead(status).end(JSON.stringify(answer));
    if (request.url === '/readyz') return json(said.readyStatus, said.ready);
    if (request.url === '/healthz') return json(200, said.healthy);
    if (request.url === '/slack/events')
      return json(said.takesSigned ? 200 : 401, said.takesSigned ? JSON.parse(body) : {});
    response.setHeader('date', new Date(Date.now() - said.skewMs).toUTCString());
    if (said.scopes !== null) response.setHeader('x-oauth-scopes', said.scopes);
    return json(200, request.headers.authorization === `Bearer ${botToken}` ? said.token : { ok: false });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close().closeAllConnections());
  const folder = mkdtempSync(join(tmpdir(), 'imt-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { port } = server.address() as AddressInfo;
  const databaseUrl = `sqlite:${join(folder, 'board.db')}`;
  const env: Record<string, string> = {
    ...{ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, ENCRYPTION_KEYS: testKeys },
    ...{ PORT: String(port), DATABASE_URL: databaseUrl, SLACK_API_URL: `http://127.0.0.1:${port}/api/` },
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  await (await openStore(databaseUrl, testKeyRing)).close();
  return { env, databaseUrl };
}

async function findingsOf(env: Record<string, string>, nowMs: () => number = Date.now): Promise<Finding[]> {
  const findings = await examine({ env, connect: connectExisting, nowMs });
  const printed = JSON.stringify(findings);
  for (const secret of [botToken, signingSecret, testKeys.slice(2), 'password-canary'])
    expect(printed).not.toContain(secret);
  for (const { level, todo } of findings) expect(level === 'ok' || todo).toBeTruthy();
  return findings;
}
const worse = (findings: Finding[]) => findings.filter(({ level }) => level === 'warn' || level === 'fail');

describe('the doctor', () => {
  it('finds nothing wrong with an installation that is as it should be', async () => {
    const { env } = await standIn();
    const findings = await findingsOf(env);
    expect(worse(findings).filter(({ check }) => check !== 'knowledge base' && check !== 'disk')).toEqual([]);
    expect(findings.filter(({ level }) => level === 'note').map(({ check }) => check)).toEqual(['events']);
    const checked = findings.map(({ check }) => check);
    for (const check of ['token', 'scopes', 'clock and Slack', 'store', 'keys', 'tick', 'app', 'requests'])
      expect(checked).toContain(check);
  });

  it('says of an app that answers that it cannot see which store is its own', async () => {
    const { env } = await standIn();
    expect(await findingsOf(env)).toContainEqual({
      ...{ check: 'app', level: 'ok' },
      says: expect.stringMatching(/^what answers on port \d+ is ready.*whether its store is the one above/),
    });
  });

  it('asks the app where HOST has it listen', async () => {
    const { env } = await standIn();
    for (const HOST of ['127.0.0.1', '0.0.0.0'])
      expect(await findingsOf({ ...env, HOST })).toContainEqual(
        expect.objectContaining({ check: 'app', level: 'ok' }),
      );
    expect(await findingsOf({ ...env, HOST: '127.0.0.2' })).toContainEqual(
      expect.objectContaining({ check: 'app', level: 'warn' }),
    );
  });

  it.each<[string, Partial<Answers>, string, RegExp]>([
    ['a token that Slack refuses', { token: { ok: false, error: 'invalid_auth' } }, 'token', /invalid_auth/],
    ['a scope that is missing', { scopes: 'commands' }, 'scopes', /lacks .*chat:write/],
    ['a clock that is ahead', { skewMs: 120_000 }, 'clock and Slack', /1[12]\d s ahead/],
    [
      'an app whose tick stopped',
      { readyStatus: 503, ready: { missing: ['remindersTicking'] } },
      'app',
      /Ticking/,
    ],
    ['an app with another secret', { takesSigned: false }, 'requests', /refuses one signed/],
    ['a public address of something else', { healthy: { hello: 1 } }, 'public address', /is not the app/],
  ])('fails for %s', async (_, answers, check, says) => {
    const { env } = await standIn(answers);
    const failed = (await findingsOf(env)).filter(({ level }) => level === 'fail');
    expect(failed.map((one) => one.check)).toEqual([check]);
    expect(failed[0]?.says).toMatch(says);
  });

  it('warns of a scope that nothing needs, and of a secret without the shape of one', async () => {
    const { env } = await standIn({ scopes: [...scopes, 'channels:join'].join(',') });
    const found = worse(await findingsOf({ ...env, SLACK_SIGNING_SECRET: 'not-a-secret' }));
    expect(found).toContainEqual(expect.objectContaining({ check: 'scopes', level: 'warn' }));
    expect(found).toContainEqual(expect.objectContaining({ check: 'signing secret', level: 'warn' }));
  });

  it('fails for a Slack, and a database, that cannot be reached, and names no password', async () => {
    const { env } = await standIn();
    const away = { SLACK_API_URL: 'http://127.0.0.1:9/api/', PORT: '9', PUBLIC_URL: 'http://127.0.0.1:9' };
    const findings = await findingsOf({ ...env, ...away });
    expect(findings).toContainEqual(expect.objectContaining({ check: 'token', level: 'fail' }));
    expect(findings).toContainEqual(expect.objectContaining({ check: 'app', level: 'warn' }));
    expect(findings).toContainEqual(expect.objectContaining({ check: 'public address', level: 'fail' }));
    const database = { DATABASE_URL: 'postgres://board:password-canary@127.0.0.1:9/board' };
    expect(await findingsOf({ ...env, ...database })).toContainEqual(
      expect.objectContaining({ check: 'store', level: 'fail', says: expect.stringMatching(/ECONNREFUSED/) }),
    );
    expect(await findingsOf({ ...env, DATABASE_URL: 'sqlite:/nowhere/board.db' })).toContainEqual(
      expect.objectContaining({ check: 'store', level: 'fail' }),
    );
  });

  it('says of a store that is not made yet how it is made, and looks at the token all the same', async () => {
    const { env, databaseUrl } = await standIn();
    const findings = await findingsOf({ ...env, DATABASE_URL: `${databaseUrl}.new` });
    expect(findings).toContainEqual({
      ...{
        check: 'store',
        level: 'fail',
        says: `there is no file ${databaseUrl.slice('sqlite:'.length)}.new`,
      },
      todo: 'Start the app once, which makes it, or set DATABASE_URL to the store of the app.',
    });
    expect(findings).toContainEqual(expect.objectContaining({ check: 'token', level: 'ok' }));
  });

  it('says of a file that is no database that it is none, not that a server is to be reached', async () => {
    const { env, databaseUrl } = await standIn();
    writeFileSync(`${databaseUrl.slice('sqlite:'.length)}.txt`, 'no database'.repeat(1_000));
    expect(await findingsOf({ ...env, DATABASE_URL: `${databaseUrl}.txt` })).toContainEqual(
      expect.objectContaining({
        ...{ check: 'store', level: 'fail' },
        todo: 'The SQLite file cannot be used. It is no database. See that DATABASE_URL is right.',
      }),
    );
  });

  it('fails for a configuration that the app would not start with, with each mistake', async () => {
    const failed = await findingsOf({ SLACK_BOT_TOKEN: botToken, PORT: 'x' });
    expect(failed.length).toBeGreaterThan(1);
    expect(failed.every(({ check, level }) => check === 'configuration' && level === 'fail')).toBe(true);
  });

  it('fails for keys that do not open the store, and changes nothing in it', async () => {
    const { env } = await standIn();
    const other = `1:${Buffer.alloc(32, 'another key').toString('base64')}`;
    const failed = (await findingsOf({ ...env, ENCRYPTION_KEYS: other })).filter(
      ({ level }) => level === 'fail',
    );
    expect(failed.map(({ check }) => check)).toEqual(['keys']);
    expect(worse(await findingsOf(env)).filter(({ level }) => level === 'fail')).toEqual([]);
  });

  it('fails when a message has been due for long and nobody takes it up', async () => {
    const { env, databaseUrl } = await standIn();
    const store = await openStore(databaseUrl, testKeyRing);
    await store.transaction((tx) => writeDueReminders(tx, 'f', 1, Date.now() - 3_600_000));
    await store.close();
    expect(await findingsOf(env)).toContainEqual(
      expect.objectContaining({
        check: 'tick',
        level: 'fail',
        says: expect.stringMatching(/due for (59|60) minutes/),
      }),
    );
  });

  it('tells a full disk from one that fills', () => {
    expect([50e6, 500e6, 5e9].map((bytes) => diskFinding(bytes).level)).toEqual(['fail', 'warn', 'ok']);
  });
});
