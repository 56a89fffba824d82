import { createHash } from 'node:crypto';

/** What happened, in ids and the app's own words: never what somebody typed, and no case code. */
export interface AuditEntry {
  atMs: number;
  /** A Slack user id, or `app`, or `command-line`. */
  actor: string;
  teamId: string;
  /** Empty where no conversation is concerned. */
  channelId: string;
  action: 'asked' | 'acted' | 'changed' | 'sent' | 'fetched' | 'exported' | 'refused' | 'purged' | 'rekeyed';
  /** What was asked, pressed, changed or sent: a command, an action's id, an act, a step of the ladder. */
  what: string;
  /** Ids of the records or statements that were shown, changed or sent. */
  about: readonly string[];
  /** How it ended, as `shown` or a reason. */
  outcome: string;
  knowledgeVersion: string;
}

/** What its writer knows of it; the store adds the version. */
export type EntryToRecord = Omit<AuditEntry, 'knowledgeVersion'>;

/** An entry as it is kept. */
export interface AuditRow extends Omit<AuditEntry, 'about'> {
  /** From 1, without a gap. */
  number: number;
  about: string;
  /** Over this row and the hash of the one before. */
  hash: string;
}

/** SHA-256 over everything that a row says and the hash of the row before it. */
export function hashOf(row: Omit<AuditRow, 'hash'>, previousHash: string): string {
  const { number, atMs, actor, teamId, channelId, action, what, about, outcome, knowledgeVersion } = row;
  const content = [number, atMs, actor, teamId, channelId, action, what, about, outcome, knowledgeVersion];
  return createHash('sha256')
    .update(JSON.stringify([previousHash, ...content]))
    .digest('hex');
}
