import type { PurgeKind } from './purge.ts';

/** How many days what is over is kept, by kind; a kind that is not named is kept for good. */
export type Retention = Readonly<Partial<Record<PurgeKind, number>>>;

const kinds: readonly PurgeKind[] = ['audit', 'messages', 'follow-ups'];

/** Reads `audit:2190,messages:400`; null for what cannot be read. */
export function parseRetention(text: string): Retention | null {
  const retention: Partial<Record<PurgeKind, number>> = {};
  for (const entry of text.split(',')) {
    const [, name, days] = /^\s*([a-z-]+):(\d{1,5})\s*$/.exec(entry) ?? [];
    const kind = kinds.find((one) => one === name);
    if (kind === undefined || Number(days) < 1 || retention[kind] !== undefined) return null;
    retention[kind] = Number(days);
  }
  return retention;
}
