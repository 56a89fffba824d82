import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { machineFault } from '../machine-fault.ts';
import { readClockSkewMs } from '../store/clock-skew.ts';
import { NoSuchStore } from '../store/connect-existing.ts';
import { appliedMigrations, isBegun, migrationNames } from '../store/migrate.ts';
import { readOutboxFigures } from '../store/outbox-figures.ts';
import { keysProblem } from '../store/sealing/check-keys.ts';
import { opensSealedRow } from '../store/sealing/opens-sealed-row.ts';
import { sqlitePathOf } from '../store/sqlite-path.ts';
import type { Store } from '../store/store.ts';
import { codeOf, type Finding, fail, ok, warn } from './finding.ts';

const mostSkewMs = 30_000;
/** A tick comes each minute; what is due for so long nobody takes up. */
const longestDueMs = 10 * 60_000;
const [leastBytes, fewBytes] = [100e6, 1e9];

/** Looks at the store without writing to it. Stops at the first thing without which the rest says nothing. */
export async function checkStore(store: Store, nowMs: () => number): Promise<Finding[]> {
  try {
    if (!(await isBegun(store.db, store.engine)))
      return [
        warn(
          'store',
          'is reachable and empty',
          'Start the app once, or restore a backup, if it should not be.',
        ),
      ];
  } catch (error) {
    return [unusable(error)];
  }
  const applied = await appliedMigrations(store.db);
  const [missing, unknown] = [
    migrationNames.filter((name) => !applied.includes(name)),
    applied.filter((name) => !migrationNames.includes(name)),
  ];
  if (unknown.length > 0)
    return [
      fail(
        'store',
        `was written by a newer version (${unknown.join(', ')})`,
        'Run that version, or restore a backup.',
      ),
    ];
  if (missing.length > 0)
    return [
      warn(
        'store',
        `is of an older version (${missing.join(', ')} to come)`,
        'Start this version: it brings it up to date.',
      ),
    ];
  return [
    ok('store', `is reachable and up to date (${store.engine}, ${applied.at(-1)})`),
    await keyFinding(store),
    ...(await clockFinding(store, nowMs)),
    ...(await outboxFindings(store, nowMs())),
  ];
}

/** A SQLite file is only opened, and a server only reached, by the first question. */
export function unusable(error: unknown): Finding {
  if (error instanceof NoSuchStore)
    return fail(
      'store',
      `there is no file ${error.path}`,
      'Start the app once, which makes it, or set DATABASE_URL to the store of the app.',
    );
  const todo =
    machineFault(error) ??
    'See that the database runs, that this machine reaches it, and that DATABASE_URL is right.';
  return fail('store', `cannot be used (${codeOf(error)})`, todo);
}

async function keyFinding({ db }: Store): Promise<Finding> {
  const problem = await keysProblem(db);
  if (problem !== null)
    return fail('keys', problem, 'Put the key with that number back into ENCRYPTION_KEYS.');
  if (!(await opensSealedRow(db)))
    return fail(
      'keys',
      'open the test sentence and not a sealed row',
      'Restore a backup: a row was altered.',
    );
  return ok('keys', 'ENCRYPTION_KEYS opens what is sealed');
}

async function clockFinding(store: Store, nowMs: () => number): Promise<Finding[]> {
  if (store.engine === 'sqlite') return [];
  const skewMs = Math.round(await readClockSkewMs(store, nowMs));
  if (Math.abs(skewMs) < mostSkewMs) return [ok('clock and database', `${skewMs} ms apart`)];
  const todo = 'Set the clocks of both by the network: replicas claim reminders by their own.';
  return [fail('clock and database', `${Math.round(skewMs / 1000)} s apart`, todo)];
}

async function outboxFindings(store: Store, nowMs: number): Promise<Finding[]> {
  const { waiting, due, unknown, oldestDueAtMs } = await readOutboxFigures(store.db, nowMs);
  const lateMs = oldestDueAtMs === null ? 0 : nowMs - oldestDueAtMs;
  const tick =
    lateMs > longestDueMs
      ? fail(
          'tick',
          `a message has been due for ${Math.round(lateMs / 60_000)} minutes, and nobody takes it up`,
          'See that the app runs, and its log for "a tick failed".',
        )
      : ok('tick', `nothing is overdue (${waiting} wait, ${due} are due)`);
  if (unknown === 0) return [tick];
  const todo = 'They are looked for before they are sent again; see the log if the number stays.';
  return [
    tick,
    warn('outbox', `messages that may have been posted, which nobody could tell yet: ${unknown}`, todo),
  ];
}

/** Where a SQLite file lies; a database server watches its own disk. */
export async function checkDisk(databaseUrl: string): Promise<Finding[]> {
  const path = sqlitePathOf(databaseUrl);
  if (!path) return [];
  try {
    const { bavail, bsize } = await statfs(dirname(path));
    return [diskFinding(bavail * bsize)];
  } catch (error) {
    return [
      fail(
        'disk',
        `the folder of the store cannot be read (${codeOf(error)})`,
        'See DATABASE_URL and its rights.',
      ),
    ];
  }
}

export function diskFinding(freeBytes: number): Finding {
  const says = `${Math.floor(freeBytes / 1e6)} MB are free where the store lies`;
  const todo = 'Make room: when the disk is full, nothing that is entered can be kept.';
  if (freeBytes < leastBytes) return fail('disk', says, todo);
  return freeBytes < fewBytes ? warn('disk', says, todo) : ok('disk', says);
}
