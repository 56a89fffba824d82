import type { WebClient } from '@slack/web-api';

/** Of all that Slack tells as a message, what a person newly wrote: no edit, no deletion, nobody who came or went. */
export const writtenSubtypes: ReadonlySet<string | undefined> = new Set([
  undefined,
  ...['file_share', 'me_message', 'thread_broadcast'],
]);

/** What a person wrote to the app, and where it is answered. */
export interface WrittenText {
  text: string;
  userId: string;
  channelId: string;
  teamId: string;
  ts: string;
  /** The thread that it stands in; null for one that stands in none. */
  threadTs: string | null;
  hasFiles: boolean;
  /** By which Slack tells the same event again. */
  eventId: string;
  client: WebClient;
}

/** The text without the app's own name; empty where Slack sends none, as of a message that is only forwarded. */
export function withoutMention(text: string | null | undefined, botUserId: string | undefined): string {
  if (!text || !botUserId) return text?.trim() ?? '';
  return text.replace(new RegExp(`<@${botUserId}(\\|[^<>]*)?>[,:]?`, 'g'), ' ').trim();
}
