import { AsyncLocalStorage } from 'node:async_hooks';
import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import { StartError } from '../start-error.ts';
import { migrate } from './migrate.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import type { Engine, Store } from './store.ts';
import type { Tables } from './tables.ts';
import { whenServerIsUp } from './when-server-is-up.ts';

/** By the scheme of `DATABASE_URL`: `sqlite:./data/imt-board.db` or `postgres://user:password@host/database`. */
export async function openStore(databaseUrl: string): Promise<Store> {
  const { engine, dialect } = await choose(databaseUrl);
  const kysely = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  const store = Object.assign(guarded(kysely), { engine, close: () => kysely.destroy() });
  try {
    await whenServerIsUp(() => store.transaction((tx) => migrate(tx, engine)));
    return store;
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
}

async function choose(databaseUrl: string): Promise<{ engine: Engine; dialect: Dialect }> {
  const [, sqlitePath] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  if (sqlitePath) return { engine: 'sqlite', dialect: createSqliteDialect(sqlitePath) };
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    // Imported only here: an app with an embedded store loads no pg.
    const { createPostgresDialect } = await import('./postgres-dialect.ts');
    return { engine: 'postgres', dialect: createPostgresDialect(databaseUrl) };
  }
  // The value may hold a password.
  throw new StartError(
    'DATABASE_URL names no known store: write sqlite:./data/imt-board.db or postgres://user:password@host/database.',
  );
}

/**
 * On SQLite whatever asks for the one connection inside a transaction, and is not the transaction, would wait for
 * itself for ever; here it is refused on both.
 */
function guarded(kysely: Kysely<Tables>): Pick<Store, 'db' | 'transaction'> {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const refuseInside = (what: string) => {
    if (inside.getStore()?.open) throw new Error(`${what} inside a transaction: hand the transaction on.`);
  };
  return {
    get db() {
      refuseInside('The store');
      return kysely;
    },
    async transaction(work) {
      refuseInside('A transaction');
      // What the work started and did not wait for may use the store once the transaction has ended.
      const current = { open: true };
      try {
        return await inside.run(current, () => kysely.transaction().execute(work));
      } finally {
        current.open = false;
      }
    },
  };
}
