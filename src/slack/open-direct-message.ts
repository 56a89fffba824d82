import type { WebClient } from '@slack/web-api';
import { type CallFailure, callFailure } from './call-failure.ts';

export type OpenedConversation = { kind: 'open'; conversationId: string } | CallFailure;

/** Whose direct message a conversation is; null for any other, and when Slack did not say. */
export async function readerOfDirectMessage(
  client: WebClient,
  conversationId: string,
): Promise<string | null> {
  if (!conversationId.startsWith('D')) return null;
  try {
    const { channel } = await client.conversations.open({ channel: conversationId, return_im: true });
    return channel?.user ?? null;
  } catch {
    return null;
  }
}

/** A post to a user id would not say where to look for it later, so its conversation is asked for first. */
export async function openDirectMessage(client: WebClient, userId: string): Promise<OpenedConversation> {
  try {
    const { channel } = await client.conversations.open({ users: userId });
    return channel?.id
      ? { kind: 'open', conversationId: channel.id }
      : { kind: 'refused', code: 'no_conversation', retryAfterMs: 0 };
  } catch (error) {
    const failure = callFailure(error);
    // Nothing was posted, whatever became of the call.
    return failure.kind === 'unknown' ? { ...failure, kind: 'refused', retryAfterMs: 0 } : failure;
  }
}
