import type { Conflict, KnowledgeBase } from '../../knowledge/schema.ts';

/**
 * The disagreements in which a claim stands on one side.
 *
 * @example
 * conflictsOfClaim({ id: 'guo-2024-rt-usually-ineffective' }, knowledge)[0].title //=> 'Does radiotherapy work in IMT?'
 */
export function conflictsOfClaim(
  { id }: { id: string },
  { conflicts }: Pick<KnowledgeBase, 'conflicts'>,
): Conflict[] {
  return conflicts.filter(({ sides }) => sides.some(({ claims }) => claims.includes(id)));
}
