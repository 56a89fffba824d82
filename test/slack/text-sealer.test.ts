import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createTextSealer } from '../../src/slack/text-sealer.ts';

const origin = { teamId: 'T1', channelId: 'C1', userId: 'U1' };
const now = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const keyOf = (words: string) => Buffer.alloc(32, words);
const sealer = createTextSealer([keyOf('a key of the tests')]);
const sealed = () => sealer.seal('radiotherapy of Brian Kowalski', origin, now) ?? '';

describe('a sealed text', () => {
  test('is opened by any replica with the same key, newest or not, for ten minutes', () => {
    const other = createTextSealer([keyOf('a newer one'), keyOf('a key of the tests')]);
    expect(other.open(sealed(), origin, later(10))).toBe('radiotherapy of Brian Kowalski');
    expect(() => other.open(sealed(), origin, later(10.1))).toThrow(UserError);
  });

  test.each([
    ['another person', { ...origin, userId: 'U2' }],
    ['another channel', { ...origin, channelId: 'C2' }],
    ['another workspace', { ...origin, teamId: 'T2' }],
  ])('is not opened for %s', (_, elsewhere) => {
    expect(() => sealer.open(sealed(), elsewhere, now)).toThrow(UserError);
  });

  test('is not opened with another key, altered, cut or made up', () => {
    expect(() => createTextSealer([keyOf('another')]).open(sealed(), origin, now)).toThrow(UserError);
    const whole = sealed();
    const altered = `${whole.startsWith('A') ? 'B' : 'A'}${whole.slice(1)}`;
    for (const value of [altered, sealed().slice(0, -4), sealed().slice(0, 20), '', 'x'])
      expect(() => sealer.open(value, origin, now), value).toThrow(UserError);
  });

  test('shows nothing of the text, and never looks the same twice', () => {
    expect(Buffer.from(sealed(), 'base64url').toString('latin1')).not.toMatch(/Brian|Kowalski/);
    expect(sealed()).not.toBe(sealed());
  });

  test('fits a button, or is none', () => {
    expect(sealer.seal('a'.repeat(1_400), origin, now)?.length).toBeLessThanOrEqual(2000);
    expect(sealer.seal('a'.repeat(1_500), origin, now)).toBeNull();
  });
});
