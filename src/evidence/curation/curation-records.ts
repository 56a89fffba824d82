import type { FlagReason, LoadedClaim } from '../../../knowledge/schema.ts';
import type { ReviewedEntry } from './reviewed-entry.ts';

/** Who does something with a statement; ids are Slack's. */
export interface Flagger {
  teamId: string;
  userId: string;
}

/** Of one person at a time, each thing said counted: enough for a careful reader, and no one can mark the whole base. */
export const mostOpenFlags = 20;

/** One person's word that a statement is wrong. */
export interface ClaimFlag extends Flagger {
  id: string;
  claimId: string;
  /** Of the statement as it was flagged. */
  contentHash: string;
  reason: FlagReason;
  note: string | null;
  atMs: number;
}

/** All that one person says of one statement as it stood: judged as one, and told of once. */
export interface OpenFlag extends Flagger, Pick<ClaimFlag, 'claimId' | 'contentHash'> {
  /** Of what was said last, so that nobody decides what they have not read. */
  id: string;
  /** Oldest first. */
  said: readonly Pick<ClaimFlag, 'reason' | 'note' | 'atMs'>[];
}

export type FlagOutcome = 'upheld' | 'rejected';

/** What became of a flag. */
export interface DecidedClaimFlag extends ClaimFlag {
  outcome: FlagOutcome;
  decidedAtMs: number;
}

/** That somebody compared a statement, a published case or a template of follow-up with its source and approves of it. */
export interface Approval {
  entryId: string;
  contentHash: string;
  /** The name to be printed with it. */
  by: string;
  on: string;
}

/** What the store knows of statements and the files may not say yet. */
export interface Curation {
  /** Open ones, then those that were decided; each oldest first. */
  open: readonly ClaimFlag[];
  decided: readonly DecidedClaimFlag[];
  approvals: readonly Approval[];
}

/** What the files alone say. */
export const nothingCurated: Curation = { open: [], decided: [], approvals: [] };

export type ReloadOutcome =
  | { kind: 'loaded'; version: { hash: string; date: string } }
  | { kind: 'unchanged'; version: { hash: string; date: string } }
  /** Each mistake with its file and line; what was served before stays. */
  | { kind: 'refused'; mistakes: readonly string[] };

/** What people say of statements, and what curators make of it. */
export interface CurationRecords {
  /**
   * Marks the statement for everybody; who flags it again adds to what they said, and the same words count once. False
   * when the person has `mostOpenFlags` open.
   */
  flag(by: Flagger, claim: LoadedClaim, why: Pick<ClaimFlag, 'reason' | 'note'>): Promise<boolean>;
  /** Of every workspace, oldest first. */
  openFlags(): Promise<readonly OpenFlag[]>;
  /** What the files do not say yet: decided flags and approvals. */
  notCarriedOver(): Promise<number>;
  /** False when somebody decided before, when more was said since, or when there is no such flag. */
  decide(by: Flagger, flagId: string, decision: { outcome: FlagOutcome; note: string }): Promise<boolean>;
  approve(by: Flagger, entry: Pick<ReviewedEntry, 'id' | 'contentHash'>, name: string): Promise<void>;
  /** Reads the files again, here at once and on every other process within seconds. */
  reload(by: Flagger): Promise<ReloadOutcome>;
}
