import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../errors.ts';
import { migrationNames } from '../migrate.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { Batch, End, endPlace, formatVersion, Header } from './backup-format.ts';

/** A file that was read to its end and is what was written. */
export interface CheckedBackup {
  header: Header;
  rows: Readonly<Record<string, number>>;
  /** The rows again, as they stand in the file. */
  batches(): AsyncGenerator<Batch>;
}

/**
 * Reads a backup to its end. Throws `UserError` when it is no backup, was cut or altered, a newer version wrote it, or
 * no key of the ring opens it.
 */
export async function checkBackupFile(path: string, sealing: Sealing): Promise<CheckedBackup> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let end: End['end'] | undefined;
  for await (const line of linesOf(path)) {
    if (end) throw altered(path);
    header ??= readHeader(path, line);
    if (/^\{"end":/.test(line)) end = read(path, End, line).end;
    else hash.update(`${line}\n`);
  }
  if (!header || !end) throw altered(path);
  const written = opened(() => sealing.open(endPlace(header), end.sealed));
  if (written === undefined)
    throw new UserError(
      `No key of ENCRYPTION_KEYS opens ${path}, or its end was altered. Set the keys that the app had when it was taken.`,
    );
  if (written !== hash.digest('hex')) throw altered(path);
  const unknown = header.migrations.filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) throw ofNewer(path, unknown.join(', '));
  return { header, rows: end.rows, batches: () => batchesOf(path) };
}

async function* batchesOf(path: string): AsyncGenerator<Batch> {
  let isFirst = true;
  for await (const line of linesOf(path)) {
    if (!isFirst && !line.startsWith('{"end":')) yield read(path, Batch, line);
    isFirst = false;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  pipeline(createReadStream(path), text, () => {});
  let rest = '';
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') throw new UserError(`There is no file ${path}. Name a backup.`);
    if (code === 'EISDIR') throw new UserError(`${path} is a folder. Name a backup in it.`);
    if (code?.startsWith('Z_')) throw altered(path);
    throw error;
  }
  if (rest !== '') throw altered(path);
}

function readHeader(path: string, line: string): Header {
  const header = read(path, Header, line);
  if (header.version === formatVersion) return header;
  throw ofNewer(path, `format ${header.version}`);
}

interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function read<T>(path: string, shape: Shape<T>, line: string): T {
  const value = opened(() => JSON.parse(line));
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw altered(path);
  return parsed.data;
}

function opened<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

function ofNewer(path: string, what: string): UserError {
  return new UserError(`${path} was written by a newer IMT Board (${what}). Restore it with that version.`);
}

function altered(path: string): UserError {
  return new UserError(
    `${path} is no whole backup of IMT Board: it was cut, altered, or is something else. Nothing was written. Take another copy of it.`,
  );
}
