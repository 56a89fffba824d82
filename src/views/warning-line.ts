import type { Claim, Conflict, KnowledgeBase, Sourced } from '../../knowledge/schema.ts';
import { conflictsOfClaim } from '../evidence/conflicts-of-claim.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

export function warningLine(warning: string): string {
  return `⚠ _${escapeMrkdwn(warning)}_`;
}

/** A line for each disagreement in which the claim stands. */
export function disagreementLines(claim: Sourced<Claim>, knowledge: KnowledgeBase): string[] {
  return conflictsOfClaim(claim, knowledge).map(disagreementLine);
}

export function disagreementLine({ title }: Pick<Conflict, 'title'>): string {
  return `⚖ _Statements disagree: ${escapeMrkdwn(title)}_`;
}
