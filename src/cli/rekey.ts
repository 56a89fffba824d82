import { sqlitePathOf } from '../store/sqlite-path.ts';
import { readAppDatabaseUrl } from './read-database-url.ts';
import { readKeyRing } from './read-key-ring.ts';
import { recordOperator } from './record.ts';
import { type Subcommand, UsageError } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const rekey: Subcommand = {
  name: 'rekey',
  usage: 'rekey [--json]',
  does: 'seals the store of DATABASE_URL anew with the first of ENCRYPTION_KEYS. First restart every app with the very same keys, 2:…,1:…; then this, while they run; then take the older keys out and restart',
  async run({ arguments: words, json, print, now }) {
    if (words.length > 0) throw new UsageError('"rekey" takes no further words.');
    const { rekey: sealAnew } = await import('../store/sealing/rekey.ts');
    const { refuseOtherRings } = await import('../store/sealing/refuse-other-rings.ts');
    const ring = readKeyRing();
    const [{ id: keyId }, ...older] = ring;
    // Before the store is opened, which leaves a trace of the new key that stops an app without it.
    const databaseUrl = readAppDatabaseUrl();
    await refuseOtherRings(databaseUrl, ring);
    const rows = await withStore(async (store) => {
      const count = await sealAnew(store);
      const outcome = `${count} rows by key ${keyId}`;
      await recordOperator(store, now().getTime(), { action: 'rekeyed', what: 'store', outcome });
      return count;
    });
    if (json) return print(JSON.stringify({ rekeyed: rows, keyId }));
    print(`${rows} rows were sealed anew. Key ${keyId} now opens everything.`);
    if (older.length > 0)
      print(
        `The older keys can go from ENCRYPTION_KEYS of an app that runs with key ${keyId} first; backups made before need them still.`,
      );
    if (sqlitePathOf(databaseUrl) === undefined)
      print(
        `Apps without key ${keyId} were looked for among the sessions that PostgreSQL has open; one that had none, or came through a pooler, must be restarted with it.`,
      );
  },
};
