import type { KnowledgeBase } from '../../../knowledge/schema.ts';

/**
 * The sides of disagreements on which nothing stands any more, every statement of theirs being retracted, as
 * "id: position". They are told and not refused: a retraction must never wait for another file.
 *
 * @example
 * retractedSides(withOneSideRetracted) //=> ['dose-needed: 54 Gy is needed']
 */
export function retractedSides({ conflicts, claims }: Pick<KnowledgeBase, 'conflicts' | 'claims'>): string[] {
  const isRetracted = (id: string) => (claims.get(id)?.retracted ?? null) !== null;
  return conflicts.flatMap(({ id, sides }) =>
    sides.filter((side) => side.claims.every(isRetracted)).map(({ position }) => `${id}: ${position}`),
  );
}
