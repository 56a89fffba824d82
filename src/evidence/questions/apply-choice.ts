import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { Answer } from './answer.ts';
import { conflictPartners } from './conflict-partners.ts';
import { mostRelated } from './most-shown.ts';
import type { RankedClaim } from './rank-claims.ts';

/**
 * An answer with only the chosen of its statements, in the order of the choice. What disagrees is looked up anew, and
 * what was left out stays in sight, as related or first of what disagrees. Null when the choice is none: empty, twice
 * the same, or not of these.
 *
 * @example
 * applyChoice(answer, ['guo-2024-row-lee-2006'], 'localhost', knowledge).statements.length //=> 1
 */
export function applyChoice(
  answer: Answer,
  chosenIds: readonly string[],
  host: string,
  knowledge: Pick<KnowledgeBase, 'claims' | 'conflicts'>,
): Answer | null {
  const offered = offeredBy(answer);
  const chosen = chosenIds.flatMap((id) => offered.find(({ claim }) => claim.id === id) ?? []);
  const isChoice =
    chosen.length > 0 && chosen.length === chosenIds.length && new Set(chosen).size === chosen.length;
  if (!isChoice) return null;
  const leftOut = offered.filter((one) => !chosen.includes(one));
  const chosenBy = { host, among: offered.length };
  if (answer.outcome === 'closest') return { ...answer, related: [...chosen, ...leftOut], chosenBy };
  const wasLeftOut = (id: string) => leftOut.some(({ claim }) => claim.id === id);
  const partners = conflictPartners(
    chosen.map(({ claim }) => claim),
    knowledge,
  ).toSorted((a, b) => Number(wasLeftOut(b.claim.id)) - Number(wasLeftOut(a.claim.id)));
  const shown = new Set([...chosen, ...partners].map(({ claim }) => claim.id));
  const related = [...leftOut, ...answer.related].filter(({ claim }) => !shown.has(claim.id));
  return { ...answer, statements: chosen, partners, related: related.slice(0, mostRelated), chosenBy };
}

/**
 * What may be chosen from: the statements of an answer, or those that come closest; nothing where it is declined.
 *
 * @example
 * offeredBy(answerQuestion('pembrolizumab dose', index)) //=> []
 */
export function offeredBy({ outcome, statements, related }: Answer): readonly RankedClaim[] {
  if (outcome === 'answered') return statements;
  return outcome === 'closest' ? related : [];
}
