import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { mistakesOf } from '../support/mistakes-of.ts';

const set = { MODEL_BASE_URL: 'https://models.example.org/v1', MODEL_NAME: 'a-model' };

describe('a language model', () => {
  test('is none unless an address and a name are set', () => {
    expect(loadConfig({}).model).toBeUndefined();
    expect(loadConfig({ MODEL_BASE_URL: '', MODEL_NAME: '' }).model).toBeUndefined();
  });

  test('is asked for two and a half seconds, without a key unless one is set', () => {
    expect(loadConfig(set).model).toEqual({
      ...{ baseUrl: 'https://models.example.org/v1', name: 'a-model', apiKey: undefined, timeoutMs: 2_500 },
    });
    const more = { MODEL_API_KEY: 'CANARY', MODEL_TIMEOUT_MS: '800' };
    expect(loadConfig({ ...set, ...more }).model).toMatchObject({ apiKey: 'CANARY', timeoutMs: 800 });
  });

  test.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:8000/v1/',
    'http://[::1]:8000',
    'http://10.1.2.3/v1',
    'http://172.16.0.9:8000',
    'http://192.168.1.5:8000/v1',
    'http://[fd00::5]:8000/v1',
    'https://8.8.8.8/v1',
  ])('may be at %s', (address) => {
    expect(loadConfig({ ...set, MODEL_BASE_URL: address }).model?.baseUrl).toBe(address.replace(/\/$/, ''));
  });

  test.each([
    'http://models.example.org/v1',
    'http://8.8.8.8/v1',
    'http://172.32.0.1/v1',
    'http://169.254.169.254/v1',
    'http://[2001:db8::1]/v1',
    'http://localhost.example.org/v1',
    'http://10.0.0.1.example.org/v1',
  ])('is not asked in the clear at %s', (address) => {
    expect(mistakesOf({ ...set, MODEL_BASE_URL: address })).toContain(
      'not sent in the clear: expected https',
    );
  });

  test.each([
    'models.example.org',
    'ftp://10.0.0.1',
    'https://user:CANARY@host/v1',
    'https://host/v1?key=CANARY',
    'https://host/v1#CANARY',
  ])('is not at %s', (address) => {
    const mistakes = mistakesOf({ ...set, MODEL_BASE_URL: address });
    expect(mistakes).toContain('MODEL_BASE_URL: expected an address');
    expect(mistakes).not.toContain('CANARY');
  });

  test('is told about together with every other mistake, and no value is repeated', () => {
    const mistakes = mistakesOf({
      ...{ MODEL_BASE_URL: 'http://CANARY.example.org', MODEL_NAME: 'a CANARY', MODEL_TIMEOUT_MS: '60000' },
      ...{ MODEL_API_KEY: 'CANARY key', PORT: 'x' },
    });
    for (const name of ['MODEL_BASE_URL', 'MODEL_NAME', 'MODEL_TIMEOUT_MS', 'MODEL_API_KEY', 'PORT'])
      expect(mistakes).toContain(`- ${name}: `);
    expect(mistakes).not.toContain('CANARY');
  });

  test.each([
    [{ MODEL_BASE_URL: set.MODEL_BASE_URL }, 'MODEL_BASE_URL is set without MODEL_NAME'],
    [{ MODEL_NAME: 'a-model' }, 'MODEL_NAME is set without MODEL_BASE_URL'],
    [{ MODEL_API_KEY: 'a-key' }, 'MODEL_API_KEY is set and no model is'],
    [{ ...set, MODEL_APIKEYS: 'x' }, 'MODEL_APIKEYS is not known: did you mean MODEL_API_KEY?'],
  ])('with %j is told what is missing', (env, mistake) => {
    expect(mistakesOf(env)).toContain(mistake);
  });
});
