import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { sourceOf } from '../source-of.ts';
import type { Answer } from './answer.ts';
import type { RankedClaim } from './rank-claims.ts';

interface StatementJson {
  id: string;
  text: string;
  source: { id: string; doi: string | null; pmid: string | null; url: string | null };
  locator: string;
  score: number;
}

export interface AnswerJson {
  status: 'answered' | 'declined';
  statements: StatementJson[];
  related: StatementJson[];
  message: string;
  /** Only where a language model chose. */
  chosenBy?: { host: string; among: number };
}

/**
 * An answer as the command line prints it; `message` is the sentence that stands above it.
 * What disagrees with a statement stands after the statements, with score 0: it was not matched, but belongs to them.
 *
 * @example
 * answerJson(answer, 'The knowledge base answers …', knowledge).status //=> 'answered'
 */
export function answerJson(
  { outcome, statements, partners, related, chosenBy }: Answer,
  message: string,
  knowledge: Pick<KnowledgeBase, 'sources'>,
): AnswerJson {
  const toJson = ({ claim, score }: Pick<RankedClaim, 'claim' | 'score'>): StatementJson => {
    const { id, doi, pmid, url } = sourceOf(claim, knowledge);
    return {
      id: claim.id,
      text: claim.statement,
      source: { id, doi, pmid, url },
      locator: claim.locator,
      score: Math.round(score * 1000) / 1000,
    };
  };
  return {
    status: outcome === 'answered' ? 'answered' : 'declined',
    statements: [...statements, ...partners.map(({ claim }) => ({ claim, score: 0 }))].map(toJson),
    related: related.map(toJson),
    message,
    ...(chosenBy ? { chosenBy } : {}),
  };
}
