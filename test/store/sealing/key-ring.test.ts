import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseKeyRing } from '../../../src/store/sealing/key-ring.ts';

const key = () => randomBytes(32).toString('base64');

describe('ENCRYPTION_KEYS', () => {
  it('is a list of numbered keys, of which the first seals', () => {
    expect(parseKeyRing(`2:${key()},1:${key()}`).map(({ id }) => id)).toEqual(['2', '1']);
  });

  it('takes base64 of URLs, and spaces behind the comma', () => {
    const text = `2:${randomBytes(32).toString('base64url')}, 1:${key()}`;
    expect(parseKeyRing(text)).toHaveLength(2);
  });

  it.each([
    ['nothing', '', 'key 1 cannot be read'],
    ['a key without its number', key(), 'key 1 has no number'],
    ['a comma too many', `1:${key()},`, 'key 2 cannot be read'],
    ['a key that is too short', `1:${randomBytes(16).toString('base64')}`, 'key 1 has 16 bytes, not 32'],
    ['a key that is too long', `1:${randomBytes(48).toString('base64')}`, 'key 1 has 48 bytes, not 32'],
    ['one number twice', `1:${key()},1:${key()}`, 'two keys have the same number'],
  ])('refuses %s and says what to write', (_, text, reason) => {
    expect(() => parseKeyRing(text)).toThrow(reason);
  });

  it('never repeats a key that it refuses', () => {
    const secret = randomBytes(24).toString('base64');
    expect(() => parseKeyRing(`1:${secret}`)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(secret.slice(0, 6)) }),
    );
  });
});
