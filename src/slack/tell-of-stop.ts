import type { RequestInHand } from '../requests-in-hand.ts';
import { callFailure } from './call-failure.ts';
import type { ClientOf } from './clients.ts';
import { messageBody } from './message-body.ts';
import { openDirectMessage } from './open-direct-message.ts';
import { postToResponseUrl } from './response-url.ts';
import { slackTimeoutMs } from './slack-timeout.ts';

/** Slack takes posts to a `response_url` for half an hour. */
const urlLivesMs = 29 * 60_000;

/**
 * Tells somebody that the app was stopped while it worked for them: where they asked, or else by direct message. Says
 * whether that is over, because they were told or cannot be.
 */
export async function tellOfStop(
  request: RequestInHand,
  { clientOf, nowMs }: { clientOf: ClientOf; nowMs(): number },
): Promise<'told' | 'cannot be told' | 'later'> {
  const { responseUrl, takenAtMs, what } = request;
  const text = stopped(what);
  if (responseUrl && nowMs() - takenAtMs < urlLivesMs) {
    const content = { text, blocks: [] };
    const body = messageBody(content, { visibility: 'private' });
    const outcome = await postToResponseUrl(responseUrl, body, slackTimeoutMs);
    if (outcome.kind === 'delivered') return 'told';
    // In doubt rather twice than not at all: it is no answer, and does not change anything.
    if (outcome.kind !== 'refused') return 'later';
  }
  return tellDirectly(request, text, clientOf);
}

async function tellDirectly(
  { teamId, userId, message, channelId }: RequestInHand,
  text: string,
  clientOf: ClientOf,
) {
  try {
    const client = await clientOf(teamId);
    const thread = message && channelId.startsWith('D') ? (message.threadTs ?? message.ts) : undefined;
    const opened = thread
      ? { kind: 'open' as const, conversationId: channelId }
      : await openDirectMessage(client, userId);
    if (opened.kind !== 'open') return opened.kind === 'permanent' ? 'cannot be told' : 'later';
    await client.chat.postMessage({
      ...{ channel: opened.conversationId, text },
      ...(thread ? { thread_ts: thread } : {}),
    });
    return 'told';
  } catch (error) {
    return callFailure(error).kind === 'permanent' ? 'cannot be told' : 'later';
  }
}

function stopped(what: string): string {
  return `I was stopped while I worked on ${what}, and my answer may not have reached you. If you do not see it, ask again; if you asked for a change, look first whether it is there.`;
}
