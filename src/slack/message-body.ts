import type { MessageReply } from '../command.ts';

export type Content = Pick<MessageReply, 'text' | 'blocks'>;

/** What a `response_url` is given to show a message to one person or to the whole conversation. */
export function messageBody({ text, blocks }: Content, visibility: MessageReply['visibility']): object {
  return {
    // Slack's default depends on where the message came from; what is private must not hang on that.
    response_type: visibility === 'shared' ? 'in_channel' : 'ephemeral',
    replace_original: false,
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
    unfurl_links: false,
    unfurl_media: false,
  };
}
