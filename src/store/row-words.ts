import type { Tables } from './tables.ts';

/** What people call the rows of each table. */
const words: Readonly<Record<keyof Tables, string>> = {
  followUp: 'follow-ups',
  occurrence: 'scan dates',
  history: 'entries of their history',
  boardSettings: 'boards with settings of their own',
  boardHistory: 'changes of settings',
  outbox: 'reminders and digests, sent or waiting',
  calendarFeed: 'calendar links',
  requestInHand: 'requests that are being answered',
  seenEvent: 'events already answered',
  askedQuestion: 'questions in whose thread one can go on',
  answerRating: 'ratings of answers',
  evidenceGap: 'gaps in the evidence',
  gapAsker: 'people to tell when a gap is filled',
  gapQuestion: 'questions without an answer',
  claimFlag: 'flags of statements',
  claimReview: 'approvals of statements',
  curationState: 'counters of curation',
  installation: 'installations in Slack',
  organisationTeam: 'workspaces of organisations',
  audit: 'entries of the audit record',
  auditHead: 'end of the audit record',
  sealCanary: 'keys that have sealed something',
};

export function rowWords(table: string): string {
  return words[table as keyof Tables] ?? table;
}
