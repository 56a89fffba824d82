import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadConfig, variableNames } from '../src/config.ts';

const bot = 'xoxb-1-CANARY';
const app = 'xapp-1-CANARY';
const secret = 'CANARY-signing-secret';

function mistakesOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('the configuration', () => {
  test('of an empty environment is the sandbox on port 3000', () => {
    expect(loadConfig({})).toEqual({
      slack: { mode: 'sandbox' },
      port: 3000,
      databaseUrl: 'sqlite:./data/imt-board.db',
      clockStart: undefined,
      logLevel: 'info',
    });
  });

  test('takes a variable that is set to nothing as not set', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: '', PORT: '', LOG_LEVEL: '' })).toEqual(loadConfig({}));
  });

  test('with a bot token and a signing secret is one workspace over HTTP', () => {
    const config = loadConfig({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, PORT: '8080' });
    expect(config.slack).toEqual({ mode: 'http', botToken: bot, signingSecret: secret, apiUrl: undefined });
    expect(config.port).toBe(8080);
  });

  test('with an app token and a bot token is Socket Mode, with or without a signing secret', () => {
    const socket = { mode: 'socket', botToken: bot, appToken: app, apiUrl: undefined };
    const env = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
    expect(loadConfig(env).slack).toEqual(socket);
    expect(loadConfig({ ...env, SLACK_SIGNING_SECRET: secret }).slack).toEqual(socket);
  });

  test('takes another base of the Web API', () => {
    const apiUrl = 'http://127.0.0.1:4000/api/';
    const config = loadConfig({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_API_URL: apiUrl });
    expect(config.slack).toMatchObject({ apiUrl });
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
    ['an API address alone', { SLACK_API_URL: 'http://127.0.0.1/api/' }, 'SLACK_API_URL is set without'],
    ['tokens that are swapped', { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, 'begins with xoxb-'],
    ['an address that is none', { SLACK_API_URL: 'slack' }, 'SLACK_API_URL: expected an address'],
    ['a port that is none', { PORT: 'three thousand' }, 'PORT: expected a port number'],
    ['a port beyond the last', { PORT: '65536' }, 'PORT: expected a port number'],
    ['a day for the clock', { CLOCK_START: '2026-11-23' }, 'CLOCK_START: expected an instant'],
    [
      'a clock in production',
      { CLOCK_START: '2026-11-23T09:00:00Z', NODE_ENV: 'production' },
      'CLOCK_START is for trials',
    ],
    ['a variable that is nearly one of ours', { SLACK_BOTTOKEN: bot }, 'did you mean SLACK_BOT_TOKEN?'],
    ['production without Slack', { NODE_ENV: 'production' }, 'NODE_ENV is production and no Slack variable'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of'],
  ])('such as %s says what to write', (_, env, sentence) => {
    expect(mistakesOf(env)).toContain(sentence);
  });

  test('is reported together with all others, and no secret is repeated', () => {
    const message = mistakesOf({
      SLACK_BOT_TOKEN: 'CANARY-not-a-token',
      SLACK_SIGNING_SECRET: 'CANARY with a space',
      PORT: 'no',
      LOG_LEVEL: 'CANARY',
      CLOCK_START: 'yesterday',
      NODE_ENV: 'production',
    });
    expect(message.split('\n').slice(1)).toHaveLength(6);
    expect(message).not.toContain('CANARY');
  });
});
