import { hkdfSync } from 'node:crypto';

/** What one key of the ring is used for, each use with a key of its own. */
interface RingKey {
  id: string;
  seal: Buffer;
  index: Buffer;
  /** Of texts that wait in a button. */
  button: Buffer;
}

/** The first key seals; all of them open. */
export type KeyRing = readonly [RingKey, ...RingKey[]];

const keyBytes = 32;
const howToWrite =
  'Write it as 1:KEY, where KEY is what `openssl rand -base64 32` prints; a newer key stands first, as 2:KEY,1:KEY.';

/** Says what is wrong with `ENCRYPTION_KEYS` and what to write, and repeats no part of a key. */
export class KeyRingError extends Error {
  override name = 'KeyRingError';
}

/**
 * Reads `ENCRYPTION_KEYS`, as `2:base64,1:base64`. Throws a `KeyRingError`.
 *
 * @example
 * parseKeyRing(`1:${randomBytes(32).toString('base64')}`)[0].id //=> '1'
 */
export function parseKeyRing(text: string): KeyRing {
  const [first, ...others] = text.split(',').map((entry, at) => parseKey(entry.trim(), at + 1));
  if (first === undefined) throw new KeyRingError(`there is no key. ${howToWrite}`);
  const ring: KeyRing = [first, ...others];
  const ids = ring.map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw new KeyRingError('two keys have the same number. Give each its own.');
  return ring;
}

/** What texts in buttons are sealed with: the first key, and those that others may still seal with. */
export function buttonKeys([first, ...others]: KeyRing): [Buffer, ...Buffer[]] {
  return [first.button, ...others.map(({ button }) => button)];
}

function parseKey(entry: string, position: number): RingKey {
  const [, id, encoded] = /^([A-Za-z0-9]{1,12}):([A-Za-z0-9+/_-]+=*)$/.exec(entry) ?? [];
  if (encoded === 'KEY')
    throw new KeyRingError(`key ${position} is the word KEY of the example. ${howToWrite}`);
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(entry))
    throw new KeyRingError(`key ${position} has no number. Write 1: before it, or the number that it had.`);
  if (!id || !encoded) throw new KeyRingError(`key ${position} cannot be read. ${howToWrite}`);
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== keyBytes)
    throw new KeyRingError(`key ${position} has ${key.length} bytes, not ${keyBytes}. ${howToWrite}`);
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `imt-board ${use}`, keyBytes));
  return { id, seal: derived('seal'), index: derived('index'), button: derived('button') };
}
