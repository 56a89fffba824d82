import type { Answer } from './answer.ts';

/** Where a question was asked; ids are Slack's. */
export interface QuestionPlace {
  teamId: string;
  channelId: string;
  userId: string;
  /** The message that its thread begins with; null where there is no thread, as behind a slash command. */
  threadTs: string | null;
}

/** An answer without the question: ids of statements, and words as the vocabulary writes them. */
export interface KeptAnswer
  extends Pick<
    Answer,
    | 'outcome'
    | 'reason'
    | 'understood'
    | 'outside'
    | 'onlyAsClass'
    | 'notTold'
    | 'unansweredParts'
    | 'chosenBy'
  > {
  statementIds: readonly string[];
  /** Of the statements as the answer showed them; absent from answers that were kept before this was. */
  statementHashes?: readonly string[];
  relatedIds: readonly string[];
}

/** `statementIds` are those that the rated answer showed. */
export interface AnswerRating {
  verdict: 'helpful' | 'not-helpful' | 'flagged';
  /** One of the app's own list; null for helpful. */
  reason: string | null;
  note: string | null;
}

/** What the base does not hold, by the words of the field that people asked for. */
export interface EvidenceGap {
  id: string;
  /** Ids of the vocabulary, sorted; empty when no word of the question is in it. */
  concepts: readonly string[];
  reason: string;
  timesAsked: number;
  lastAskedAtMs: number;
  assigneeId: string | null;
  /** The statement that filled it. */
  claimId: string | null;
  /** The questions that could be kept, newest first. */
  questions: readonly string[];
}

/** A rating that says something is wrong, for curators. */
export interface ReportedAnswer extends AnswerRating {
  atMs: number;
  statementIds: readonly string[];
}

/** What is remembered of questions, and of what the base lacks. */
export interface QuestionRecords {
  /** The id that the answer's buttons carry; null when it could not be kept, which costs only the buttons. */
  keep(place: QuestionPlace, answer: KeptAnswer): Promise<string | null>;
  find(place: Pick<QuestionPlace, 'teamId' | 'channelId'>, id: string): Promise<KeptAnswer | undefined>;
  /** What the last question of the thread was read as; without a thread, that of the last half hour in this conversation. */
  understoodBefore(place: QuestionPlace): Promise<readonly string[]>;
  rate(
    place: QuestionPlace,
    questionId: string,
    rating: AnswerRating & { statementIds: readonly string[] },
  ): Promise<void>;
  /** Counts a question that the base does not answer; false when it could not be written down. */
  noteGap(
    place: QuestionPlace,
    gap: { concepts: readonly string[]; reason: string; question: string | null },
  ): Promise<boolean>;
  /** The open ones, most asked first, or all. */
  gaps(teamId: string, which: 'open' | 'all'): Promise<EvidenceGap[]>;
  reported(teamId: string): Promise<ReportedAnswer[]>;
  assign(teamId: string, gapId: string, assigneeId: string): Promise<boolean>;
  /** Says how many people will be told; null when there is no such gap, or it is filled already. */
  fill(teamId: string, gapId: string, filled: { claimId: string; by: string }): Promise<number | null>;
}
