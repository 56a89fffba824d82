import { StartError } from '../../start-error.ts';
import type { Engine, Reader, Tx } from '../store.ts';

const canary = 'IMT Board opens what this key sealed.';
const placeOf = (keyId: string) => ({ table: 'sealCanary', column: 'sealed', row: keyId });

/**
 * Refuses a ring that does not open everything in the database: each key that ever sealed there left a sentence,
 * until `imt rekey` sealed all of it anew. To be called in the transaction of the start, before anything else is written.
 */
export async function checkKeys(tx: Tx): Promise<void> {
  const problem = await keysProblem(tx);
  if (problem !== null)
    throw new StartError(
      `${problem}. Nothing was written. Put the key with that number back; a lost key cannot be replaced.`,
    );
  await leaveCanary(tx);
}

/**
 * Sees to it that the key that seals has left its sentence. To be called in each transaction that sealed something,
 * at its end: `imt rekey` takes the older key's away, and an app that goes on with that key must not seal what no later
 * start asks for. On PostgreSQL the row is held until the commit, so that it is not taken away in between.
 */
export async function leaveCanary(tx: Tx, engine: Engine = 'sqlite'): Promise<void> {
  const { sealing } = tx;
  const { keyId } = sealing;
  const own = await tx
    .selectFrom('sealCanary')
    .select('keyId')
    .where('keyId', '=', keyId)
    .$if(engine === 'postgres', (canaryOfKey) => canaryOfKey.forKeyShare())
    .execute();
  if (own.length > 0) return;
  await tx
    .insertInto('sealCanary')
    .values({ keyId, sealed: sealing.seal(placeOf(keyId), canary) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What of the database the ring does not open, in a sentence without its end; null when it opens all. */
export async function keysProblem(reader: Reader): Promise<string | null> {
  const { sealing } = reader;
  for (const { keyId, sealed } of await reader.selectFrom('sealCanary').selectAll().execute())
    if (!opens(() => sealing.open(placeOf(keyId), sealed)))
      return `ENCRYPTION_KEYS does not open this database: its key ${keyId} is missing or another one`;
  return null;
}

function opens(open: () => string): boolean {
  try {
    return open() === canary;
  } catch {
    return false;
  }
}
