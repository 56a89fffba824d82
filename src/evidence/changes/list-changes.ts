import type { KnowledgeBase, LedgerEntry, LoadedClaim } from '../../../knowledge/schema.ts';
import { resolveClaim } from '../resolve-claim.ts';

export interface Change {
  id: string;
  entry: LedgerEntry;
  /** The statement as it is now, or what took its place; null when nothing is left of it. */
  claim: LoadedClaim | null;
}

/** What happened to the statements of one publication. */
export interface SourceChanges {
  sourceId: string;
  newestOn: string;
  /** All but additions, newest first. */
  changes: Change[];
  /** Additions by day, newest first, without those that are gone again. */
  added: { on: string; claims: LoadedClaim[] }[];
}

/**
 * What was published from a day on (as 2026-08-25), by publication, the newest first.
 *
 * @example
 * listChanges('2026-08-25', knowledge).some(({ sourceId }) => sourceId === 'guo-2024') //=> true
 */
export function listChanges(
  sinceOn: string,
  knowledge: Pick<KnowledgeBase, 'claims' | 'published'>,
): SourceChanges[] {
  const bySource = new Map<string, Change[]>();
  for (const [id, entries] of knowledge.published) {
    const recent = entries.filter(({ on }) => on >= sinceOn);
    if (recent.length === 0) continue;
    const claim = resolveClaim(id, knowledge)?.claim ?? null;
    const sourceId = sourceOfEntries(entries);
    const changes = recent.map((entry) => ({ id, entry, claim }));
    bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), ...changes]);
  }
  return [...bySource]
    .map(([sourceId, all]) => ({
      sourceId,
      newestOn: all.reduce((newest, { entry }) => (entry.on > newest ? entry.on : newest), ''),
      changes: newestFirst(all.filter(({ entry }) => entry.did !== 'added')),
      added: additions(all),
    }))
    .sort((one, other) => compare(other.newestOn, one.newestOn) || compare(one.sourceId, other.sourceId));
}

function sourceOfEntries(entries: readonly LedgerEntry[]): string {
  const [first] = entries;
  if (first?.did === 'added') return first.source;
  throw new Error('the check at load lets no list begin with anything but an addition');
}

function newestFirst(changes: Change[]): Change[] {
  // Each list runs from old to new: of one statement and day the last stands first.
  return changes
    .toReversed()
    .sort((one, other) => compare(other.entry.on, one.entry.on) || compare(one.id, other.id));
}

function additions(all: readonly Change[]): SourceChanges['added'] {
  const byDay = new Map<string, LoadedClaim[]>();
  for (const { id, entry, claim } of all)
    if (entry.did === 'added' && claim?.id === id)
      byDay.set(entry.on, [...(byDay.get(entry.on) ?? []), claim]);
  return [...byDay].map(([on, claims]) => ({ on, claims })).sort((one, other) => compare(other.on, one.on));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
