import type { IdentifierType, Tier } from './identifier-kinds.ts';

/** A stretch that looks like an identifier: `[start, end)` in UTF-16 units of the text as it was written. */
export interface Finding {
  type: IdentifierType;
  tier: Tier;
  start: number;
  end: number;
}

/** What a rule saw, in units of the page it was shown. */
export interface Candidate {
  type: IdentifierType;
  start: number;
  end: number;
}
