import { AsyncLocalStorage } from 'node:async_hooks';
import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import { defaultDatabaseUrl } from '../default-database-url.ts';
import { StartError } from '../start-error.ts';
import { appendAudit } from './audit/append-audit.ts';
import type { AuditEntry } from './audit/audit-entry.ts';
import { createHead } from './audit/audit-head.ts';
import { migrate } from './migrate.ts';
import { checkKeys, leaveCanary } from './sealing/check-keys.ts';
import type { KeyRing } from './sealing/key-ring.ts';
import { notedSealing } from './sealing/noted-sealing.ts';
import { createSealing, type Sealing } from './sealing/sealing.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { sqlitePathOf } from './sqlite-path.ts';
import type { Engine, Store, Tx } from './store.ts';
import type { Tables } from './tables.ts';
import { type OnWait, whenServerIsUp } from './when-server-is-up.ts';

/**
 * By the scheme of `DATABASE_URL`: `sqlite:./data/imt-board.db` or `postgres://user:password@host/database`. Throws a
 * `StartError`, and writes nothing, when the keys do not open what is there. Each audit entry names
 * the version of the knowledge base that answered. Calls `onWait`, once, when the server is not up yet.
 */
export async function openStore(
  databaseUrl: string,
  keyRing: KeyRing,
  knowledgeVersion: () => string = () => '',
  onWait?: OnWait,
): Promise<Store> {
  const store = await connectStore(databaseUrl, keyRing, knowledgeVersion);
  try {
    await whenServerIsUp(
      () =>
        store.transaction(async (tx) => {
          await migrate(tx, store.engine);
          await checkKeys(tx);
          await createHead(tx);
        }),
      onWait,
    );
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A store as it is: its tables may be of another version, or not there, and its keys were not tried. */
export async function connectStore(
  databaseUrl: string,
  keyRing: KeyRing,
  knowledgeVersion: () => string = () => '',
): Promise<Store> {
  const { engine, dialect, writesAtOnce } = await choose(
    databaseUrl,
    keyRing.map(({ id }) => id),
  );
  const kysely = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  return Object.assign(guarded(kysely, engine, createSealing(keyRing), knowledgeVersion), {
    ...{ engine, writesAtOnce },
    close: () => kysely.destroy(),
  });
}

async function choose(
  databaseUrl: string,
  keyIds: readonly string[],
): Promise<Pick<Store, 'engine' | 'writesAtOnce'> & { dialect: Dialect }> {
  const sqlitePath = sqlitePathOf(databaseUrl);
  if (sqlitePath)
    return { engine: 'sqlite', dialect: createSqliteDialect(sqlitePath), writesAtOnce: () => true };
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    // Imported only here: an app with an embedded store loads no pg.
    const { createPostgresDialect } = await import('./postgres-dialect.ts');
    return { engine: 'postgres', ...createPostgresDialect(databaseUrl, keyIds) };
  }
  // The value may hold a password.
  throw new StartError(
    `DATABASE_URL names no known store: write ${defaultDatabaseUrl} or postgres://user:password@host/database.`,
  );
}

/**
 * On SQLite whatever asks for the one connection inside a transaction, and is not the transaction, would wait for
 * itself for ever; here it is refused on both.
 */
function guarded(
  kysely: Kysely<Tables>,
  engine: Engine,
  sealing: Sealing,
  knowledgeVersion: () => string,
): Pick<Store, 'db' | 'transaction'> {
  const db = Object.assign(kysely, { sealing });
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const refuseInside = (what: string) => {
    if (inside.getStore()?.open) throw new Error(`${what} inside a transaction: hand the transaction on.`);
  };
  return {
    get db() {
      refuseInside('The store');
      return db;
    },
    async transaction(work) {
      refuseInside('A transaction');
      // What the work started and did not wait for may use the store once the transaction has ended.
      const current = { open: true };
      try {
        return await inside.run(current, () =>
          kysely.transaction().execute(async (transaction) => {
            const entries: AuditEntry[] = [];
            const record: Tx['record'] = (entry) =>
              entries.push({ ...entry, knowledgeVersion: knowledgeVersion() });
            const noted = notedSealing(sealing);
            const tx: Tx = Object.assign(transaction, { sealing: noted.sealing, record });
            const result = await work(tx);
            await appendAudit(tx, entries);
            if (noted.hasSealed()) await leaveCanary(tx, engine);
            return result;
          }),
        );
      } finally {
        current.open = false;
      }
    },
  };
}
