import { StartError } from '../../start-error.ts';
import type { Tx } from '../store.ts';

const canary = 'IMT Board opens what this key sealed.';
const placeOf = (keyId: string) => ({ table: 'sealCanary', column: 'sealed', row: keyId });

/**
 * Refuses a ring that does not open everything in the database: each key that ever sealed there left a sentence,
 * until `imt rekey` sealed all of it anew. To be called in the transaction of the start, before anything else is written.
 */
export async function checkKeys(tx: Tx): Promise<void> {
  const { sealing } = tx;
  const kept = await tx.selectFrom('sealCanary').selectAll().execute();
  for (const { keyId, sealed } of kept) {
    if (opens(() => sealing.open(placeOf(keyId), sealed))) continue;
    throw new StartError(
      `ENCRYPTION_KEYS does not open this database: its key ${keyId} is missing or another one. Nothing was written. Put the key with that number back; a lost key cannot be replaced.`,
    );
  }
  if (kept.some(({ keyId }) => keyId === sealing.keyId)) return;
  const { keyId } = sealing;
  await tx
    .insertInto('sealCanary')
    .values({ keyId, sealed: sealing.seal(placeOf(keyId), canary) })
    .execute();
}

function opens(open: () => string): boolean {
  try {
    return open() === canary;
  } catch {
    return false;
  }
}
