import { readKeyRing } from './read-key-ring.ts';
import { recordOperator } from './record.ts';
import { type Subcommand, UsageError } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const rekey: Subcommand = {
  name: 'rekey',
  usage: 'rekey [--json]',
  does: 'seals the store of DATABASE_URL anew with the first of ENCRYPTION_KEYS; the app may go on with the same keys',
  async run({ arguments: words, json, print, now }) {
    if (words.length > 0) throw new UsageError('"rekey" takes no further words.');
    const { rekey: sealAnew } = await import('../store/sealing/rekey.ts');
    const [{ id: keyId }, ...older] = readKeyRing();
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
        'The older keys can go from ENCRYPTION_KEYS once every replica runs with the new one first; backups made before need them still.',
      );
  },
};
