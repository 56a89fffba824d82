import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DiskEvent } from './record-writes.ts';

const sectorBytes = 512;

interface KeptFile {
  durable: Buffer;
  /** What was asked for since the last sync, in order. */
  waiting: Exclude<DiskEvent, { kind: 'sync' | 'acknowledged' }>[];
  /** Whether its folder was synced since it was made: until then its name may be gone. */
  named: boolean;
}

/** A disk that keeps what was synced, and of all else what chance leaves: any sector of it, or none. */
export class Disk {
  readonly #files = new Map<string, KeptFile>();

  /** `paths`: files that are there, and durable, before the first event. */
  constructor(paths: readonly string[]) {
    for (const path of paths)
      this.#files.set(path, { durable: readFileSync(path), waiting: [], named: true });
  }

  take(event: DiskEvent): void {
    if (event.kind === 'acknowledged') return;
    if (event.kind !== 'sync') {
      this.#file(event.path).waiting.push(event);
      return;
    }
    for (const [path, file] of this.#files) {
      if (dirname(path) === event.path) file.named = true;
      if (path !== event.path) continue;
      file.durable = afterAll(file.durable, file.waiting);
      file.waiting = [];
    }
  }

  /** Writes into a folder what is there after the power came back. `keeps`: whether an unsynced sector made it. */
  afterPowerLoss(folder: string, keeps: () => boolean): void {
    mkdirSync(folder, { recursive: true });
    for (const [path, { durable, waiting, named }] of this.#files) {
      if (!named || path.endsWith('-shm')) continue;
      const survived = waiting.flatMap((one) => survivors(one, keeps));
      writeFileSync(join(folder, basename(path)), afterAll(durable, survived), { mode: 0o600 });
    }
  }

  #file(path: string): KeptFile {
    const known = this.#files.get(path) ?? { durable: Buffer.alloc(0), waiting: [], named: false };
    this.#files.set(path, known);
    return known;
  }
}

function survivors(event: KeptFile['waiting'][number], keeps: () => boolean): KeptFile['waiting'] {
  if (event.kind === 'truncate') return keeps() ? [event] : [];
  const sectors: KeptFile['waiting'] = [];
  for (let from = 0; from < event.bytes.length; ) {
    const to = Math.min(event.bytes.length, from + sectorBytes - ((event.offset + from) % sectorBytes));
    if (keeps())
      sectors.push({ ...event, offset: event.offset + from, bytes: event.bytes.subarray(from, to) });
    from = to;
  }
  return sectors;
}

function afterAll(content: Buffer, events: KeptFile['waiting']): Buffer {
  const ends = events.map((event) =>
    event.kind === 'truncate' ? event.length : event.offset + event.bytes.length,
  );
  const next = Buffer.alloc(Math.max(content.length, ...ends));
  content.copy(next);
  let length = content.length;
  for (const event of events)
    if (event.kind === 'write') {
      event.bytes.copy(next, event.offset);
      length = Math.max(length, event.offset + event.bytes.length);
    } else {
      if (event.length < length) next.fill(0, event.length, length);
      length = event.length;
    }
  return next.subarray(0, length);
}
