/** As they stand in the database: JSON is text, `note` and `question` are sealed. */
export interface QuestionTables {
  seenEvent: { teamId: string; name: string; atMs: number };
  askedQuestion: {
    teamId: string;
    channelId: string;
    id: string;
    threadTs: string | null;
    atMs: number;
    answer: string;
  };
  answerRating: {
    teamId: string;
    channelId: string;
    id: string;
    questionId: string;
    userId: string;
    atMs: number;
    verdict: string;
    reason: string | null;
    statementIds: string;
    note: string | null;
  };
  evidenceGap: {
    teamId: string;
    id: string;
    concepts: string;
    reason: string;
    timesAsked: number;
    lastAskedAtMs: number;
    assigneeId: string | null;
    claimId: string | null;
    filledBy: string | null;
    filledAtMs: number | null;
  };
  gapAsker: {
    teamId: string;
    gapId: string;
    userId: string;
    askedAtMs: number;
    tellingAtMs: number | null;
  };
  gapQuestion: {
    teamId: string;
    channelId: string;
    id: string;
    gapId: string;
    atMs: number;
    question: string;
  };
}
