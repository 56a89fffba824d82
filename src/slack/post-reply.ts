import type { KnownBlock } from '@slack/types';
import type { MessageBlock, Reply } from '../command.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import { DeliveryError } from './delivery-error.ts';
import { openDirectMessage } from './open-direct-message.ts';
import { postRenderable } from './post-renderable.ts';
import type { SlackEdge } from './slack-edge.ts';
import type { WrittenText } from './written-text.ts';

type Sent = { kind: 'sent' } | CallFailure;

/**
 * Answers a written text to its writer alone: in the thread of a direct message, or in a channel so that nobody else
 * sees it; where the channel refuses that, by direct message.
 */
export async function postReply(reply: Reply, written: WrittenText, { log }: SlackEdge): Promise<void> {
  const { client, channelId, userId, ts, threadTs } = written;
  const message =
    reply.kind === 'message' ? reply : { text: reply.view.title.text, blocks: reply.view.blocks };
  const quiet = { text: message.text, unfurl_links: false, unfurl_media: false };
  const directly = (channel: string, thread?: string) =>
    postRenderable<{ kind: 'sent' }>(message, log, (blocks) =>
      sent(() =>
        client.chat.postMessage({
          ...{ ...quiet, channel, blocks: known(blocks) },
          ...(thread ? { thread_ts: thread } : {}),
        }),
      ),
    );
  if (channelId.startsWith('D')) return settle(await directly(channelId, threadTs ?? ts));
  const privately = await postRenderable<{ kind: 'sent' }>(message, log, (blocks) =>
    sent(() =>
      client.chat.postEphemeral({
        ...{ text: message.text, channel: channelId, user: userId, blocks: known(blocks) },
        // Only in a thread that people have begun; Slack shows none of it in another.
        ...(threadTs ? { thread_ts: threadTs } : {}),
      }),
    ),
  );
  if (privately.kind !== 'permanent') return settle(privately);
  const opened = await openDirectMessage(client, userId);
  return settle(opened.kind === 'open' ? await directly(opened.conversationId) : opened);
}

async function sent(call: () => Promise<unknown>): Promise<Sent> {
  try {
    await call();
    return { kind: 'sent' };
  } catch (error) {
    return callFailure(error);
  }
}

function settle(outcome: Sent): void {
  if (outcome.kind !== 'sent')
    throw new DeliveryError(outcome.code, { mayPass: outcome.kind !== 'permanent' });
}

const known = (blocks: readonly MessageBlock[]) => [...blocks] as KnownBlock[];
