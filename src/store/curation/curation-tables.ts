/** As they stand in the database; `note`, `decisionNote` and `printedName` are sealed. */
export interface CurationTables {
  claimFlag: {
    teamId: string;
    channelId: string;
    id: string;
    claimId: string;
    contentHash: string;
    userId: string;
    reason: string;
    note: string | null;
    atMs: number;
    state: string;
    decidedBy: string | null;
    decidedAtMs: number | null;
    decisionNote: string | null;
    tellingAtMs: number | null;
  };
  claimReview: {
    teamId: string;
    channelId: string;
    id: string;
    claimId: string;
    contentHash: string;
    userId: string;
    atMs: number;
    printedName: string;
  };
  /** One row, made at the first change: every process watches it. */
  curationState: { id: number; changes: number; reloads: number };
}
