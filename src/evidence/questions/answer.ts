import type { FieldWord } from '../../../knowledge/question-schema.ts';
import type { RankedClaim } from './rank-claims.ts';
import type { RefusalReason } from './refuse-by-rule.ts';

/** What is said to a question. Only `answered` claims to answer. */
export interface Answer {
  outcome: 'answered' | 'closest' | 'declined';
  /** Why not, when a rule decided it; `outside` when the base does not come near enough. */
  reason: RefusalReason | 'outside' | null;
  /** 0 to 1: how sure the gate is that the first statement answers. */
  confidence: number;
  /** At most three; empty unless answered. */
  statements: readonly RankedClaim[];
  /** At most two, or three when they are the closest: never an answer. */
  related: readonly RankedClaim[];
  /** Words of the field that the question was read as. */
  understood: readonly FieldWord[];
  /** Of these, what no statement of the base speaks of. */
  outside: readonly FieldWord[];
  /** Of these, what the base names only by its class. */
  onlyAsClass: readonly FieldWord[];
  /** Parts of a compound question for which nothing was found, by the words that they were read as. */
  unansweredParts: readonly (readonly FieldWord[])[];
}
