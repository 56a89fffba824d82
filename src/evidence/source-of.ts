import type { KnowledgeBase, Source } from '../../knowledge/schema.ts';

/**
 * The source that a claim or published case stands in.
 * Throws when it is not loaded, which the check at start makes impossible.
 *
 * @example
 * sourceOf({ id: 'guo-2024-rt-dose', sourceId: 'guo-2024' }, knowledge).label //=> 'Guo 2024'
 */
export function sourceOf(
  { id, sourceId }: { id: string; sourceId: string },
  { sources }: Pick<KnowledgeBase, 'sources'>,
): Source {
  const source = sources.get(sourceId);
  if (source) return source;
  throw new Error(`${id} names the source ${sourceId}, which is not loaded`);
}
