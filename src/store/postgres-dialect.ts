import { PostgresDialect, PostgresQueryCompiler, type QueryCompiler } from 'kysely';
import { type ClientBase, Pool, types } from 'pg';
import { bindable } from './bindable.ts';
import { sessionName } from './sealing/session-name.ts';

const connections = 10;
const connectTimeoutMs = 10_000;
/** A replica that hangs inside a transaction gives its row locks back after this. */
const idleInTransactionTimeoutMs = 30_000;

export function createPostgresDialect(
  url: string,
  keyIds: readonly string[],
): { dialect: PostgresDialect; writesAtOnce(): boolean } {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    // Or between two ticks nobody could see that this process is there, and with which keys.
    min: 1,
    application_name: sessionName(keyIds),
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    keepAlive: true,
    types: { getTypeParser },
    onConnect,
  });
  // An idle client's end; the pool has already dropped it, and the next query connects anew.
  pool.on('error', () => {});
  return { dialect: new CheckedPostgresDialect({ pool }), writesAtOnce: () => pool.idleCount > 0 };
}

async function onConnect(client: ClientBase): Promise<void> {
  // Without it, a server that dies under a client in use ends this process: the query's own rejection is enough.
  client.on('error', () => {});
  // A role or database may have been set to acknowledge commits before they are on disk.
  await client.query('set synchronous_commit to on');
}

/** int8, which pg hands over as text. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === types.builtins.INT8 && format !== 'binary') return safeInteger;
  return types.getTypeParser(oid, format as 'text');
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('PostgreSQL holds an integer beyond 2^53.');
  return value;
}

class CheckedPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new CheckedPostgresCompiler();
  }
}

class CheckedPostgresCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(bindable(value));
  }
}
