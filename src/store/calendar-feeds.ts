import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed } from '../calendar/calendar-feeds.ts';
import type { Reader, Tx } from './store.ts';

export interface CalendarFeedRow {
  teamId: string;
  userId: string;
  /** The channel id of a board, or `person`. */
  scope: string;
  tokenHash: string;
  createdAtMs: number;
}

const ofPerson = 'person';
const tokenBytes = 32;

/** Makes a new secret, which is only ever seen here; the one that this feed had before ends with it. */
export async function renewCalendarFeed(
  tx: Tx,
  { teamId, userId, channelId }: CalendarFeed,
  nowMs: number,
): Promise<string> {
  const token = randomBytes(tokenBytes).toString('base64url');
  const secret = { tokenHash: hashOf(token), createdAtMs: nowMs };
  await tx
    .insertInto('calendarFeed')
    .values({ teamId, userId, scope: channelId ?? ofPerson, ...secret })
    .onConflict((conflict) => conflict.columns(['teamId', 'userId', 'scope']).doUpdateSet(secret))
    .execute();
  return token;
}

/** Ends every feed of this person in this workspace; says how many there were. */
export async function revokeCalendarFeeds(tx: Tx, teamId: string, userId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('calendarFeed')
    .where('teamId', '=', teamId)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Found by its hash, so that the time it takes says nothing about a secret that is nearly right. */
export async function findCalendarFeed(reader: Reader, token: string): Promise<CalendarFeed | undefined> {
  const row = await reader
    .selectFrom('calendarFeed')
    .select(['teamId', 'userId', 'scope'])
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const { teamId, userId, scope } = row;
  return { teamId, userId, channelId: scope === ofPerson ? null : scope };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
