import type { KnownBlock } from '@slack/types';
import type { DialogReply, MessageReply } from '../command.ts';

/** A message for where no message can be posted: inside a dialog, or on App Home. */
export function asDialog(reply: MessageReply): DialogReply {
  const text: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: reply.text } };
  return {
    kind: 'dialog',
    view: {
      type: 'modal',
      title: { type: 'plain_text', text: 'IMT Board' },
      close: { type: 'plain_text', text: 'Close' },
      blocks: reply.blocks.length > 0 ? (reply.blocks as KnownBlock[]) : [text],
    },
  };
}
