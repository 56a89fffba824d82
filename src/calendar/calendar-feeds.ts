import type { Scan } from '../followup/follow-up-records.ts';

/** Whose feed it is: a person's own scans, or what is open on one board. */
export interface CalendarFeed {
  teamId: string;
  /** Who asked for the link, and may take it back. */
  userId: string;
  /** Null for the person's own scans on all boards of the workspace. */
  channelId: string | null;
}

/** What commands may do with feeds. */
export interface CalendarLinks {
  /** The public address under which the app is reached, without a slash at its end; null when nobody has set it. */
  publicUrl(): string | null;
  /** A new secret for this feed; the one before it is worth nothing from then on. */
  renew(feed: CalendarFeed): Promise<string>;
  /** Ends every link that this person has in this workspace, and says how many there were. */
  revoke(teamId: string, userId: string): Promise<number>;
}

/** What reading a feed takes. */
export interface CalendarFeeds {
  /** Undefined for a secret that was never given, replaced or revoked. */
  find(token: string): Promise<CalendarFeed | undefined>;
  /** What nobody has closed, by target date. */
  openScans(feed: CalendarFeed): Promise<Scan[]>;
}
