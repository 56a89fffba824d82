import type { Claim, Sourced } from '../../../knowledge/schema.ts';

/** Who asked, and where, for the audit record; ids are Slack's. */
export interface ChoiceFor {
  userId: string;
  channelId: string;
  teamId: string;
}

/** Something outside that may say which of the statements found answer best: a language model, where one is configured. */
export interface StatementChooser {
  /** Where it runs, for the line that says so. */
  host: string;
  /** Ids out of those offered, best first. Null whenever there is no choice to use, for whatever reason; never rejects. */
  choose(
    question: string,
    offered: readonly Sourced<Claim>[],
    askedBy: ChoiceFor,
  ): Promise<readonly string[] | null>;
}
