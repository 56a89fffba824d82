import type { MessageReply } from '../command.ts';

export type Content = Pick<MessageReply, 'text' | 'blocks'>;

/** What a `response_url` is given to show a message to one person or to the whole conversation. */
export function messageBody(
  { text, blocks }: Content,
  { visibility, replaces = false }: Pick<MessageReply, 'visibility' | 'replaces'>,
): object {
  return {
    // Slack's default depends on where the message came from; what is private must not hang on that.
    // What takes another's place is seen by whoever saw that one.
    ...(replaces ? {} : { response_type: visibility === 'shared' ? 'in_channel' : 'ephemeral' }),
    replace_original: replaces,
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
    unfurl_links: false,
    unfurl_media: false,
  };
}
