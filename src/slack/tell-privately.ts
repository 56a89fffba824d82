import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { MessageReply } from '../command.ts';
import type { Log } from '../log.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import { openDirectMessage } from './open-direct-message.ts';
import { postRenderable } from './post-renderable.ts';

/** Sends a direct message that nobody asked for just now, with one request. */
export async function tellPrivately(
  client: WebClient,
  userId: string,
  { text, blocks }: Pick<MessageReply, 'text' | 'blocks'>,
  log: Log,
): Promise<{ kind: 'sent' } | CallFailure> {
  const opened = await openDirectMessage(client, userId);
  if (opened.kind !== 'open') return opened;
  const channel = opened.conversationId;
  return postRenderable<{ kind: 'sent' }>({ text, blocks }, log, async (shown) => {
    try {
      await client.chat.postMessage({
        channel,
        text,
        blocks: [...shown] as KnownBlock[],
        unfurl_links: false,
      });
      return { kind: 'sent' };
    } catch (error) {
      return callFailure(error);
    }
  });
}
