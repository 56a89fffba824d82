import type { WebClient } from '@slack/web-api';
import type { MessageBlock } from '../command.ts';
import type { Log } from '../log.ts';
import { plainBlocks } from './block-kit/plain-fallback.ts';
import { describeProblems, validateMessage } from './block-kit/validate.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
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

const unrenderable =
  /^(invalid_blocks|invalid_blocks_format|invalid_attachments|msg_blocks_too_long|no_text)$/;

/** Posts it once, and once more in plainer blocks only when Slack said that it does not render the first. */
export async function deliverReminder(
  client: WebClient,
  { conversationId, deliveryIds, text, blocks }: OutgoingReminder,
  log: Log,
): Promise<PostOutcome> {
  const metadata = reminderMetadata(deliveryIds);
  const post = (shown: readonly MessageBlock[]) =>
    postOnce(client, {
      channel: conversationId,
      text,
      blocks: shown as MessageBlock[],
      metadata,
      unfurl_links: false,
      unfurl_media: false,
    });
  const problems = validateMessage({ text, blocks });
  if (problems.length > 0) {
    log.error({ problems: describeProblems(problems) }, 'a reminder breaks the rules of Block Kit');
    return post(plainBlocks(blocks));
  }
  const first = await post(blocks);
  if (first.kind !== 'refused' || !unrenderable.test(first.code)) return first;
  log.error({ code: first.code }, 'Slack did not render a reminder: it goes out plainer');
  return post(plainBlocks(blocks));
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
