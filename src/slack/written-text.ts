import type { WebClient } from '@slack/web-api';

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

/** The text without the app's own name. */
export function withoutMention(text: string, botUserId: string | undefined): string {
  if (!botUserId) return text.trim();
  return text.replace(new RegExp(`<@${botUserId}(\\|[^<>]*)?>[,:]?`, 'g'), ' ').trim();
}
