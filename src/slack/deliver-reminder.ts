import type { WebClient } from '@slack/web-api';
import type { MessageBlock } from '../command.ts';
import type { Log } from '../log.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import { postRenderable } from './post-renderable.ts';
import { reminderMetadata } from './reminder-metadata.ts';

export interface OutgoingReminder {
  conversationId: string;
  /** Of every delivery that this message settles. */
  deliveryIds: readonly string[];
  /** Shown by notifications: without case detail. */
  text: string;
  blocks: readonly MessageBlock[];
}

export type PostOutcome = { kind: 'sent'; messageTs: string } | CallFailure;

export async function deliverReminder(
  client: WebClient,
  { conversationId, deliveryIds, text, blocks }: OutgoingReminder,
  log: Log,
): Promise<PostOutcome> {
  const metadata = reminderMetadata(deliveryIds);
  return postRenderable({ text, blocks }, log, (shown) =>
    postOnce(client, {
      channel: conversationId,
      text,
      blocks: shown as MessageBlock[],
      metadata,
      unfurl_links: false,
      unfurl_media: false,
    }),
  );
}

async function postOnce(
  client: WebClient,
  body: Parameters<WebClient['chat']['postMessage']>[0],
): Promise<PostOutcome> {
  try {
    const { ts } = await client.chat.postMessage(body);
    return ts ? { kind: 'sent', messageTs: ts } : { kind: 'unknown', code: 'no_ts' };
  } catch (error) {
    return callFailure(error);
  }
}
