import { contentOf, postForAll, postPrivately } from './posted-message.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';

/**
 * Does what a body posted to a `response_url`, or sent with an acknowledgement, asks for.
 * Returns Slack's word for why it did not.
 */
export async function applyResponse(
  body: SlackObject,
  target: ResponseTarget,
  context: SandboxContext,
): Promise<string | undefined> {
  const { messages } = context.workspace;
  const original = target.messageTs === null ? undefined : messages.find(target.messageTs);
  if (body.delete_original === true) {
    if (original?.visibleTo === null) await deleteForAll(original.ts, target.conversationId, context);
    if (original) messages.remove(original.ts);
    return undefined;
  }
  const content = contentOf(body, context.newId);
  if (!content) return 'no_text';
  if (body.replace_original === true && original) {
    if (original.visibleTo === null)
      await context.slack.call('chat.update', {
        channel: target.conversationId,
        ts: original.ts,
        ...content,
      });
    messages.replace(original.ts, content);
    return undefined;
  }
  if (body.response_type !== 'in_channel') {
    postPrivately(context, content, { ...target, threadTs: body.thread_ts });
    return undefined;
  }
  const answer = await postForAll(context, content, {
    channel: target.conversationId,
    ...(typeof body.thread_ts === 'string' ? { thread_ts: body.thread_ts } : {}),
  });
  return answer.ok ? undefined : String(answer.error);
}

function deleteForAll(ts: string, channel: string, { slack }: SandboxContext): Promise<SlackObject> {
  return slack.call('chat.delete', { channel, ts });
}
