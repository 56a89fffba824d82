import { type KeyRing, parseKeyRing } from '../../src/store/sealing/key-ring.ts';

/** `ENCRYPTION_KEYS` of the tests: the same in every process that a test starts. */
export const testKeys = `1:${Buffer.alloc(32, 'a key of the tests').toString('base64')}`;
export const testKeyRing: KeyRing = parseKeyRing(testKeys);
