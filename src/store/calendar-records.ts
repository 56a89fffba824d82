import type { CalendarFeed, CalendarFeeds, CalendarLinks } from '../calendar/calendar-feeds.ts';
import type { Scan } from '../followup/follow-up-records.ts';
import { findCalendarFeed, renewCalendarFeed, revokeCalendarFeeds } from './calendar-feeds.ts';
import { listFollowUps } from './follow-ups.ts';
import { listOpenOccurrences } from './occurrences.ts';
import { listOpenOfPerson } from './open-scans.ts';
import type { Reader, Store } from './store.ts';

/** What commands and the calendar's address need of the store. */
export function createCalendarRecords(
  store: Store,
  now: () => Date,
): Omit<CalendarLinks, 'publicUrl'> & CalendarFeeds {
  return {
    renew: (feed) => store.transaction((tx) => renewCalendarFeed(tx, feed, now().getTime())),
    revoke: (teamId, userId) => store.transaction((tx) => revokeCalendarFeeds(tx, teamId, userId)),
    find: (token) => findCalendarFeed(store.db, token),
    openScans: (feed) => openScans(store.db, feed),
  };
}

async function openScans(reader: Reader, { teamId, userId, channelId }: CalendarFeed): Promise<Scan[]> {
  if (channelId === null) return listOpenOfPerson(reader, teamId, userId);
  const board = { teamId, channelId };
  const followUps = new Map((await listFollowUps(reader, board)).map((one) => [one.id, one]));
  return (await listOpenOccurrences(reader, board)).flatMap((occurrence) => {
    const followUp = followUps.get(occurrence.followUpId);
    return followUp ? [{ followUp, occurrence }] : [];
  });
}
