import { createHmac } from 'node:crypto';
import { openBytes, sealBytes } from '../../sealed-bytes.ts';
import type { KeyRing } from './key-ring.ts';
import { UnreadKeys } from './unread-keys.ts';

/** Where a sealed value stands: it opens there and nowhere else. */
export interface SealedPlace {
  table: string;
  column: string;
  /** The row's key, as a text. */
  row: string;
}

/** What functions that read and write sealed columns use. */
export interface Sealing {
  /** The number of the key that seals. */
  keyId: string;
  /** Of every key in the ring, newest first. */
  keyIds: readonly string[];
  seal(place: SealedPlace, text: string): string;
  /** Throws `UnreadKeys` when the key is not in the ring, and another error when the value was altered or comes from another place. */
  open(place: SealedPlace, sealed: string): string;
  /** What equal texts share, so that a sealed column can be searched: of the key that seals. */
  index(scope: string, text: string): string;
  /** The same of every key, newest first: rows are found while an older key's are still there. */
  indexes(scope: string, text: string): string[];
}

const indexBytes = 16;

export function createSealing(ring: KeyRing): Sealing {
  const [first] = ring;
  const indexUnder = (key: Buffer, scope: string, text: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([scope, text]))
      .digest()
      .subarray(0, indexBytes)
      .toString('base64url');
  return {
    keyId: first.id,
    keyIds: ring.map(({ id }) => id),
    seal: (place, text) => `${first.id}.${sealBytes(first.seal, text, boundTo(place))}`,
    open(place, sealed) {
      const dot = sealed.indexOf('.');
      const key = ring.find(({ id }) => id === sealed.slice(0, dot));
      if (key === undefined) throw new UnreadKeys(`no key of ENCRYPTION_KEYS opens ${named(place)}`);
      try {
        return openBytes(key.seal, sealed.slice(dot + 1), boundTo(place));
      } catch (cause) {
        throw new Error(`${named(place)} was altered, or moved from another row`, { cause });
      }
    },
    index: (scope, text) => indexUnder(first.index, scope, text),
    indexes: (scope, text) => ring.map((key) => indexUnder(key.index, scope, text)),
  };
}

function boundTo({ table, column, row }: SealedPlace): string[] {
  return [table, column, row];
}

const named = ({ table, column }: SealedPlace) => `${table}.${column}`;
