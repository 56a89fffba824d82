import type { WebClient } from '@slack/web-api';
import type { MessageBlock } from '../command.ts';
import type { Log } from '../log.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import type { OutgoingReminder } from './deliver-reminder.ts';
import { postRenderable } from './post-renderable.ts';
import { reminderMetadata } from './reminder-metadata.ts';

/** What a message that is there already is to show. */
export interface UpdatedReminder extends OutgoingReminder {
  messageTs: string;
}

export type UpdateOutcome = { kind: 'updated' } | CallFailure;

export async function updateReminder(
  client: WebClient,
  { conversationId, messageTs, deliveryIds, text, blocks }: UpdatedReminder,
  log: Log,
): Promise<UpdateOutcome> {
  return postRenderable<{ kind: 'updated' }>({ text, blocks }, log, async (shown) => {
    try {
      await client.chat.update({
        ...{ channel: conversationId, ts: messageTs, text, blocks: shown as MessageBlock[] },
        metadata: reminderMetadata(deliveryIds),
      });
      return { kind: 'updated' };
    } catch (error) {
      return callFailure(error);
    }
  });
}
