import type { KnowledgeBase, PublishedCase, Sourced } from '../../knowledge/schema.ts';
import { warningsOfCase } from '../evidence/warnings.ts';
import { standingText } from './claim-standing.ts';

/** What a reader must be told beside a published case: first that a statement of the same row is in doubt. */
export function caseWarnings(
  one: Sourced<PublishedCase>,
  knowledge: Pick<KnowledgeBase, 'misprints' | 'claims' | 'marks'>,
): string[] {
  const inDoubt = [...(knowledge.marks?.keys() ?? [])].flatMap((id) => knowledge.claims.get(id) ?? []);
  const ofRow = inDoubt.filter(
    ({ sourceId, locator }) => sourceId === one.sourceId && locator === one.locator,
  );
  const standing = ofRow.flatMap((claim) => standingText(claim, knowledge) ?? []);
  return [...new Set([...standing, ...warningsOfCase(one, knowledge)])];
}
