import type { ActionRequest, MessageReply } from '../src/command.ts';
import { sharedBy } from '../src/views/shared-by.ts';

/** The same reply for the whole conversation, under the name of who pressed the button. */
export function shared(reply: MessageReply, { userId }: Pick<ActionRequest, 'userId'>): MessageReply {
  return { ...reply, visibility: 'shared', blocks: sharedBy({ userId }, reply.blocks) };
}
