import type { ClaimFlag, OpenFlag } from './curation-records.ts';

/**
 * Open flags put together as a curator judges them: all that one person says of one statement as it stood. Those come
 * in the order in which each began, what was said in each oldest first.
 *
 * @example
 * flagsByPerson([wrongFigure, outdated]) //=> [{ id: outdated.id, said: [{ reason: 'wrong-figure', … }, { reason: 'outdated', … }], … }]
 */
export function flagsByPerson(flags: readonly ClaimFlag[]): OpenFlag[] {
  const together = new Map<string, OpenFlag>();
  for (const { reason, note, atMs, ...flag } of flags) {
    const key = [flag.teamId, flag.userId, flag.claimId, flag.contentHash].join(' ');
    const before = together.get(key)?.said ?? [];
    together.set(key, { ...flag, said: [...before, { reason, note, atMs }] });
  }
  return [...together.values()];
}
