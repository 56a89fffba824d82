import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sealing } from '../sealing/sealing.ts';
import { type Batch, type End, endPlace, type Header } from './backup-format.ts';
import { refuseTaken } from './refuse-taken.ts';

/** Writes a whole backup under its name or nothing; gives back how many rows of each table. */
export async function writeBackupFile(
  path: string,
  header: Header,
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  sealing: Sealing,
): Promise<Record<string, number>> {
  refuseTaken(path);
  const rows: Record<string, number> = {};
  const part = `${path}.part`;
  // Of a backup that was cut off; a link that somebody put there is not followed.
  await rm(part, { force: true });
  try {
    await pipeline(
      lines(header, batches, rows, sealing),
      createGzip(),
      createWriteStream(part, { flags: 'wx', mode: 0o600 }),
    );
    await onDisk(part);
    await rename(part, path);
    await onDisk(dirname(path));
    return rows;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function* lines(
  header: Header,
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  rows: Record<string, number>,
  sealing: Sealing,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (content: object) => {
    const line = `${JSON.stringify(content)}\n`;
    hash.update(line);
    return line;
  };
  yield hashed(header);
  for await (const batch of batches) {
    rows[batch.table] = (rows[batch.table] ?? 0) + batch.rows.length;
    yield hashed(batch);
  }
  const end: End = { end: { rows, sealed: sealing.seal(endPlace(header), hash.digest('hex')) } };
  yield `${JSON.stringify(end)}\n`;
}

/** A backup that a power cut takes away again was none. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
