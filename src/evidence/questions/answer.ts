import type { Claim, Conflict, Sourced } from '../../../knowledge/schema.ts';
import type { RankedClaim } from './rank-claims.ts';
import type { RefusalReason } from './refuse-by-rule.ts';

/** A statement that disagrees with one that is shown. */
export interface Partner {
  conflict: Conflict;
  claim: Sourced<Claim>;
}

/** What is said to a question. Only `answered` claims to answer. */
export interface Answer {
  outcome: 'answered' | 'closest' | 'declined';
  /** Why not, when a rule decided it; `outside` when the base does not come near enough. */
  reason: RefusalReason | 'outside' | null;
  /** 0 to 1: how sure the gate is that the first statement answers. */
  confidence: number;
  /** At most three; empty unless answered. */
  statements: readonly RankedClaim[];
  /** The other side of each disagreement that the statements stand in, whatever the question asked. */
  partners: readonly Partner[];
  /** At most two, or three when they are the closest: never an answer. */
  related: readonly RankedClaim[];
  /** How the question was read: words of the field as the vocabulary writes them, never as they were typed. */
  understood: readonly string[];
  /** Of these, what no statement of the base speaks of. */
  outside: readonly string[];
  /** Of these, what the base names only by its class. */
  onlyAsClass: readonly string[];
  /** What a treatment question did not say and would change its answer. */
  notTold: readonly string[];
  /** Parts of a compound question for which nothing was found, by the words that they were read as. */
  unansweredParts: readonly (readonly string[])[];
  /** Where a language model chose among how many statements; absent where the words alone decided. */
  chosenBy?: { host: string; among: number };
}
