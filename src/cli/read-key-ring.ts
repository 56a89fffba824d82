import { UserError } from '../errors.ts';
import { type KeyRing, KeyRingError, parseKeyRing } from '../store/sealing/key-ring.ts';

/** From the environment, because a command line with a key can be read by everybody on the machine. */
export function readKeyRing(): KeyRing {
  const keys = process.env.ENCRYPTION_KEYS?.trim() ?? '';
  if (keys === '') throw new UserError('Set ENCRYPTION_KEYS to the keys that the app itself has.');
  try {
    return parseKeyRing(keys);
  } catch (error) {
    if (error instanceof KeyRingError) throw new UserError(`ENCRYPTION_KEYS: ${error.message}`);
    throw error;
  }
}
