import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadConfig, variableNames } from '../src/config.ts';
import { testKeys } from './support/key-ring.ts';
import { mistakesOf } from './support/mistakes-of.ts';

const bot = 'xoxb-1-CANARY';
const app = 'xapp-1-CANARY';
const secret = '0123456789abcdef0123456789abcdef';
const sealed = { ENCRYPTION_KEYS: testKeys };

const oauth = {
  ...sealed,
  ...{ SLACK_CLIENT_ID: '111.222', SLACK_CLIENT_SECRET: 'CANARY-client' },
  ...{ SLACK_STATE_SECRET: 'CANARY'.repeat(6), SLACK_SIGNING_SECRET: secret },
  PUBLIC_URL: 'https://board.example.org/',
};

describe('the configuration', () => {
  test('of an empty environment is the sandbox on port 3000', () => {
    expect(loadConfig({})).toEqual({
      slack: { mode: 'sandbox' },
      port: 3000,
      host: undefined,
      databaseUrl: undefined,
      retention: {},
      clockStart: undefined,
      reminderTick: '* * * * *',
      access: { adminIds: new Set(), curatorIds: new Set(), allowGuests: false, allowExternal: false },
      model: undefined,
      logLevel: 'info',
    });
  });

  test('takes a variable that is set to nothing as not set', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: '', PORT: '', LOG_LEVEL: '' })).toEqual(loadConfig({}));
  });

  test('with a bot token and a signing secret is one workspace over HTTP', () => {
    const config = loadConfig({
      ...sealed,
      SLACK_BOT_TOKEN: bot,
      SLACK_SIGNING_SECRET: secret,
      PORT: '8080',
    });
    expect(config.slack).toEqual({ mode: 'http', botToken: bot, signingSecret: secret, apiUrl: undefined });
    expect(config.port).toBe(8080);
  });

  test('keeps nothing of a trial, unless it is told where', () => {
    const slack = { ...sealed, SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret };
    expect(loadConfig({ ...sealed, DATABASE_URL: 'sqlite:./mine.db' }).databaseUrl).toBe('sqlite:./mine.db');
    expect(loadConfig(slack).databaseUrl).toBe('sqlite:./data/imt-board.db');
  });

  test.each([
    'sqlite:data/board.db',
    'sqlite:/srv/board.db',
    'sqlite:///srv/board.db',
    'sqlite:C:\\board\\board.db',
    'postgres://u:p%23%2F@h:5432/d?sslmode=require',
    'postgresql://u@/d?host=/var/run/postgresql',
  ])('takes the store %s as it is', (url) => {
    expect(loadConfig({ ...sealed, DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test('with an app token and a bot token is Socket Mode, with or without a signing secret', () => {
    const socket = { mode: 'socket', botToken: bot, appToken: app, apiUrl: undefined };
    const env = { ...sealed, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
    expect(loadConfig(env).slack).toEqual(socket);
    expect(loadConfig({ ...env, SLACK_SIGNING_SECRET: secret }).slack).toEqual(socket);
  });

  test('with a client id and its secrets is many workspaces by OAuth', () => {
    expect(loadConfig(oauth).slack).toEqual({
      mode: 'oauth',
      ...{ clientId: '111.222', clientSecret: 'CANARY-client', stateSecret: 'CANARY'.repeat(6) },
      ...{ signingSecret: secret, publicUrl: 'https://board.example.org', apiUrl: undefined },
    });
    expect(loadConfig(oauth).databaseUrl).toBe('sqlite:./data/imt-board.db');
  });

  test('takes another base of the Web API', () => {
    const apiUrl = 'http://127.0.0.1:4000/api/';
    const config = loadConfig({
      ...sealed,
      SLACK_BOT_TOKEN: bot,
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: apiUrl,
    });
    expect(config.slack).toMatchObject({ apiUrl });
  });

  test('takes that base without its last slash too, and beside it a signing secret of any shape', () => {
    const local = {
      SLACK_BOT_TOKEN: bot,
      SLACK_SIGNING_SECRET: 'local',
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
    };
    expect(loadConfig({ ...sealed, ...local }).slack).toMatchObject({
      ...{ apiUrl: 'http://127.0.0.1:4000/api/', signingSecret: 'local' },
    });
  });

  test('takes no notice of space around a value', () => {
    const env = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, PORT: '8080', ...sealed };
    const spaced = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, ` ${value}\r`]));
    expect(loadConfig({ ...spaced, LOG_LEVEL: ' ' })).toEqual(loadConfig(env));
  });

  test.each([
    ...['yes', 'YES', 'true', 'True', 'on', '1'].map((word) => [word, true] as const),
    ...['no', 'No', 'false', 'off', '0'].map((word) => [word, false] as const),
  ])('reads %s as %s', (word, allowGuests) => {
    expect(loadConfig({ ALLOW_GUESTS: word }).access).toMatchObject({ allowGuests });
  });

  test('listens on every address, or on the one that HOST names', () => {
    const env = { ...sealed, SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret };
    expect(loadConfig(env).host).toBeUndefined();
    for (const host of ['127.0.0.1', '::1', 'localhost', '0.0.0.0'])
      expect(loadConfig({ ...env, HOST: host }).host).toBe(host);
    // The local page is this machine's alone, and some shells set HOST for their own ends.
    expect(loadConfig({ HOST: 'x86_64-conda-linux-gnu' }).host).toBeUndefined();
  });

  test.each([
    ['https://board.example.org/', 'https://board.example.org'],
    ['https://example.org:8443/imt/', 'https://example.org:8443/imt'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('takes the public address %s without its last slash', (given, read) => {
    expect(loadConfig({ PUBLIC_URL: given }).publicUrl).toBe(read);
  });

  test('serves metrics only on a port of their own, and to this machine unless told otherwise', () => {
    expect(loadConfig({}).metrics).toBeUndefined();
    expect(loadConfig({ METRICS_HOST: '0.0.0.0' }).metrics).toBeUndefined();
    expect(loadConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' });
    expect(() => loadConfig({ METRICS_PORT: '3000' })).toThrow(/METRICS_PORT is the port of requests/);
    expect(() => loadConfig({ METRICS_PORT: '9464', METRICS_HOST: 'a b' })).toThrow(/METRICS_HOST: expected/);
  });

  test('names admins and curators, and lets in guests or other organisations', () => {
    const who = {
      ADMINS: ' U012AB3CD, W045EF6GH',
      CURATORS: 'U1,',
      ALLOW_GUESTS: 'YES',
      ALLOW_EXTERNAL: 'no',
    };
    expect(loadConfig(who).access).toEqual({
      adminIds: new Set(['U012AB3CD', 'W045EF6GH']),
      curatorIds: new Set(['U1']),
      ...{ allowGuests: true, allowExternal: false },
    });
    const [ofMany, ofOne] = [
      loadConfig({ ...oauth, ADMINS: 'T1/U1,T2/W2' }),
      loadConfig({ CURATORS: 'T1/U1' }),
    ];
    expect(ofMany.access.adminIds).toEqual(new Set(['T1/U1', 'T2/W2']));
    expect(ofOne.access.curatorIds).toEqual(new Set(['T1/U1']));
  });

  test('takes how long each kind is kept', () => {
    expect(loadConfig({ RETENTION_DAYS: 'audit:2190, messages:400' }).retention).toEqual({
      audit: 2190,
      messages: 400,
    });
    expect(loadConfig({ RETENTION_DAYS: 'ratings:365,gaps:730' }).retention).toEqual({
      ratings: 365,
      gaps: 730,
    });
    expect(loadConfig({}).retention).toEqual({});
  });

  test('starts the clock at an instant of any offset', () => {
    expect(loadConfig({ CLOCK_START: '2026-11-23T10:00:00+01:00' }).clockStart).toEqual(
      new Date('2026-11-23T09:00:00Z'),
    );
  });
});

test('.env.example has every variable, and starts as if there were none', () => {
  const example = parseEnv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'));
  expect(Object.keys(example).sort()).toEqual(variableNames.toSorted());
  expect(loadConfig(example)).toEqual(loadConfig({}));
});

describe('a mistake in the configuration', () => {
  test.each([
    ['a bot token alone', { SLACK_BOT_TOKEN: bot }, 'also set SLACK_SIGNING_SECRET'],
    [
      'a signing secret alone',
      { SLACK_SIGNING_SECRET: secret },
      'SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN',
    ],
    ['an app token alone', { SLACK_APP_TOKEN: app }, 'SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN'],
    [
      'a client id alone',
      { SLACK_CLIENT_ID: '1.2' },
      'needs SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, SLACK_S',
    ],
    ['OAuth without an address to come back to', { ...oauth, PUBLIC_URL: '' }, 'also needs PUBLIC_URL'],
    ['OAuth without a signing secret', { ...oauth, SLACK_SIGNING_SECRET: '' }, 'needs SLACK_SIGNING_SECRET'],
    ['one workspace and many at once', { ...oauth, SLACK_BOT_TOKEN: bot }, 'unset one of the two'],
    ['OAuth and Socket Mode at once', { ...oauth, SLACK_APP_TOKEN: app }, 'SLACK_APP_TOKEN is Socket Mode'],
    ['OAuth without keys for its tokens', { ...oauth, ENCRYPTION_KEYS: '' }, 'ENCRYPTION_KEYS is not set'],
    [
      'a client id that is none',
      { ...oauth, SLACK_CLIENT_ID: 'A012' },
      'SLACK_CLIENT_ID: expected two numbers',
    ],
    ['a state secret to be guessed', { ...oauth, SLACK_STATE_SECRET: 'secret' }, 'at least 32 characters'],
    ['an API address alone', { SLACK_API_URL: 'http://127.0.0.1/api/' }, 'SLACK_API_URL is set without'],
    ['tokens that are swapped', { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, 'begins with xoxb-'],
    ['an address that is none', { SLACK_API_URL: 'slack' }, 'SLACK_API_URL: expected an address'],
    ['a port that is none', { PORT: 'three thousand' }, 'PORT: expected a port number'],
    ['a port beyond the last', { PORT: '65536' }, 'PORT: expected a port number'],
    [
      'a public address without https, where calendar links would be read on the way',
      { PUBLIC_URL: 'http://board.example.org' },
      'PUBLIC_URL: expected an address as https',
    ],
    [
      'a public address with a question',
      { PUBLIC_URL: 'https://board.example.org/?a=1' },
      'PUBLIC_URL: expected',
    ],
    ['a day for the clock', { CLOCK_START: '2026-11-23' }, 'CLOCK_START: expected an instant'],
    [
      'a tick that is no cron expression',
      { REMINDER_TICK: 'every minute' },
      'REMINDER_TICK: expected a cron',
    ],
    [
      'an API address on the way to which the token could be read',
      { ...oauth, SLACK_API_URL: 'http://slack.example.org/api/' },
      'SLACK_API_URL: tokens are not sent in the clear',
    ],
    [
      'a curator of many workspaces without their own, where another person may have that id',
      { ...oauth, CURATORS: 'T1/U1,U2' },
      'CURATORS names people without their workspace',
    ],
    ['an admin by name', { ADMINS: '@ada' }, 'ADMINS: expected Slack user ids'],
    ['curators without commas', { CURATORS: 'U1 U2' }, 'CURATORS: expected Slack user ids'],
    ['guests in a word of neither kind', { ALLOW_GUESTS: 'some' }, 'ALLOW_GUESTS: expected yes or no'],
    ['other organisations in doubt', { ALLOW_EXTERNAL: '?' }, 'ALLOW_EXTERNAL: expected yes or no'],
    [
      'a signing secret that Slack cannot have given',
      { ...sealed, SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'CANARY' },
      'SLACK_SIGNING_SECRET is none of Slack’s, which are 32 characters from 0 to 9 and a to f. Copy "Signing Secret"',
    ],
    [
      'such a secret for many workspaces',
      { ...oauth, SLACK_SIGNING_SECRET: secret.toUpperCase() },
      'SLACK_SIGNING_SECRET is none of Slack’s',
    ],
    [
      'an address to listen on that is none, as some shells set it',
      { ...sealed, SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, HOST: 'x86_64-conda-linux-gnu' },
      'HOST: expected an address of this machine, as 127.0.0.1',
    ],
    [
      'a key without its number',
      { ENCRYPTION_KEYS: testKeys.slice(2) },
      'ENCRYPTION_KEYS: key 1 has no number. Write 1: before it',
    ],
    [
      'the example of a key copied as it stands',
      { ENCRYPTION_KEYS: '1:KEY' },
      'ENCRYPTION_KEYS: key 1 is the word KEY of the example.',
    ],
    [
      'a clock in production',
      { CLOCK_START: '2026-11-23T09:00:00Z', NODE_ENV: 'production' },
      'CLOCK_START is for trials',
    ],
    ['a variable that is nearly one of ours', { SLACK_BOTTOKEN: bot }, 'did you mean SLACK_BOT_TOKEN?'],
    ['a variable with two letters exchanged', { SLACK_BOT_TOKNE: bot }, 'did you mean SLACK_BOT_TOKEN?'],
    ['production without Slack', { NODE_ENV: 'production' }, 'NODE_ENV is production and no Slack variable'],
    [
      'Slack without keys for the store',
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret },
      'ENCRYPTION_KEYS is not set',
    ],
    ['a store to keep without keys for it', { DATABASE_URL: 'sqlite:./a.db' }, 'ENCRYPTION_KEYS is not set'],
    [
      'a kind that is not kept',
      { RETENTION_DAYS: 'everything:30' },
      'RETENTION_DAYS: expected kinds with days',
    ],
    ['no days at all', { RETENTION_DAYS: 'audit:0' }, 'RETENTION_DAYS: expected kinds with days'],
    ['keys that are too short', { ENCRYPTION_KEYS: '1:c2hvcnQ=' }, 'key 1 has 5 bytes, not 32'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of'],
  ])('such as %s says what to write', (_, env, sentence) => {
    expect(mistakesOf(env)).toContain(sentence);
  });

  test.each([
    ['mysql://u:CANARY@h/d', 'expected sqlite:./data/imt-board.db or postgres://user:password@host/database'],
    ['sqlite:', 'names no file. Write one behind sqlite:, as sqlite:./data/imt-board.db'],
    ['sqlite: ', 'names no file.'],
    ['sqlite::memory:', 'expected a plain file, as sqlite:./data/imt-board.db'],
    ['sqlite:file:board?mode=memory', 'expected a plain file,'],
    [
      'sqlite://board.db',
      'sqlite:// and a name is a file at the root of the disk. Write sqlite:./data/imt-board.db',
    ],
    ['sqlite://./data/board.db', 'sqlite:// and a name is a file'],
    ['postgres://u:CANARY#1@h/d', 'cannot be read as an address. Write it as postgres://user:password@host'],
    ['postgres://u:CAN/ARY@h/d', 'cannot be read as an address.'],
    ['postgres://u:CANARY@', 'cannot be read as an address.'],
  ])('such as the store %s says what to write', (url, sentence) => {
    const said = mistakesOf({ ...sealed, DATABASE_URL: url });
    expect(said).toContain(`DATABASE_URL: ${sentence}`);
    expect(said).not.toMatch(/CANARY|CAN\/ARY/);
  });

  test('is reported together with all others, and no secret is repeated', () => {
    const message = mistakesOf({
      SLACK_BOT_TOKEN: 'CANARY-not-a-token',
      SLACK_SIGNING_SECRET: 'CANARY with a space',
      PORT: 'no',
      LOG_LEVEL: 'CANARY',
      CLOCK_START: 'yesterday',
      ENCRYPTION_KEYS: '1:CANARY',
      NODE_ENV: 'production',
    });
    expect(message.split('\n').slice(1)).toHaveLength(7);
    expect(message).not.toContain('CANARY');
  });
});
