import { randomBytes } from 'node:crypto';
import { type KeyRing, parseKeyRing } from './key-ring.ts';

/** A ring for a store that goes when this process ends: nobody needs to keep its key. */
export function createTrialKeyRing(): KeyRing {
  return parseKeyRing(`1:${randomBytes(32).toString('base64')}`);
}
