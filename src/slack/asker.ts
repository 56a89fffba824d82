import type { WebClient } from '@slack/web-api';

/** Where the person who asked can be answered. */
export interface Asker {
  client: WebClient;
  userId: string;
  triggerId: string;
  /** Absent when a button inside a dialog or on App Home was pressed. */
  responseUrl: string | undefined;
  channelId: string;
  /** Whether the response URL is of a message, which an answer may replace. */
  onMessage: boolean;
  /** Inside a dialog another one goes on top of it. */
  insideDialog: boolean;
}
