import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { Log } from '../../log.ts';
import type { RequestInHand, RequestsInHand } from '../../requests-in-hand.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { openRequest, sealRequest } from './seal-request.ts';

const mostBytes = 256 * 1024;

/**
 * In a file beside an SQLite database: `+ ID SEALED` when a request is taken, `- ID` when it is answered. A kill loses
 * nothing of it; it is not synced, as the database is, on the thread that answers. One app has the database,
 * so what is there when it starts was left.
 */
export function fileInHand(path: string, sealing: Sealing, log: Log): RequestsInHand {
  const left = new Map(leftIn(path, sealing, log).map((one) => [one.id, one]));
  // Rewritten to what was left, and only added to from here on.
  const file = openSync(path, 'a', 0o600);
  const held = new Map([...left].map(([id, one]) => [id, lineOf(one)]));
  let bytes = 0;
  let fails = false;
  rewrite();

  function lineOf(request: RequestInHand): string {
    return `+ ${request.id} ${sealRequest(sealing, request)}\n`;
  }

  function rewrite(): void {
    quietly(() => {
      ftruncateSync(file);
      bytes = held.size > 0 ? writeSync(file, [...held.values()].join('')) : 0;
    });
  }

  function add(line: string): void {
    quietly(() => {
      bytes += writeSync(file, line);
    });
    if (bytes > mostBytes) rewrite();
  }

  function quietly(write: () => void): void {
    try {
      write();
      fails = false;
    } catch (error) {
      if (!fails)
        log.warn({ reason: (error as Error).message }, 'what is in hand cannot be kept beside the database');
      fails = true;
    }
  }

  return {
    async take(request) {
      const line = lineOf(request);
      held.set(request.id, line);
      add(line);
    },
    async done(id) {
      left.delete(id);
      if (held.delete(id)) add(`- ${id}\n`);
    },
    async abandoned() {
      return [...left.values()];
    },
    async close() {
      closeSync(file);
      if (held.size === 0) rmSync(path, { force: true });
    },
  };
}

function leftIn(path: string, sealing: Sealing, log: Log): RequestInHand[] {
  if (!existsSync(path)) return [];
  const left = new Map<string, string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [sign, id = '', sealed = ''] = line.split(' ');
    if (sign === '+') left.set(id, sealed);
    else left.delete(id);
  }
  return [...left].flatMap(([id, sealed]) => openRequest(sealing, id, sealed, log) ?? []);
}
