import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { UserError } from '../../src/errors.ts';
import { findReviewedEntry, type ReviewedEntry } from '../../src/evidence/curation/reviewed-entry.ts';
import { changedSinceOpened, standingClaim } from './standing-claim.ts';

/** The statement, case or template that a dialog was opened for. Throws a `UserError` unless it still says what was read there. */
export function entryAsRead(privateValue: string, knowledge: KnowledgeBase): ReviewedEntry {
  const [id = '', contentHash] = privateValue.split(' ');
  const entry = standingEntry(id, knowledge);
  if (entry.contentHash === contentHash) return entry;
  throw new UserError(changedSinceOpened(entry.kind));
}

/** The one whose id somebody wrote without seeing it. Throws a `UserError` unless it is that very one. */
export function entryAsNamed(typed: string, knowledge: KnowledgeBase): ReviewedEntry {
  const entry = standingEntry(typed, knowledge);
  if (entry.id === typed) return entry;
  throw new UserError(
    `${typed} was replaced by ${entry.id}. Open that one with its source; write its id if it is what you compared.`,
  );
}

/** What an id stands for now; of a statement that was replaced, what took its place. */
export function standingEntry(id: string, knowledge: KnowledgeBase): ReviewedEntry {
  const entry =
    findReviewedEntry(id, knowledge) ?? findReviewedEntry(standingClaim(id, knowledge).id, knowledge);
  if (entry) return entry;
  throw new Error(`${id} was resolved a moment ago and is not loaded`);
}
