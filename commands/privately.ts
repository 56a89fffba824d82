import type { MessageBlock, MessageReply } from '../src/command.ts';

/** To the person alone: a sentence, or blocks for which `text` stands in notifications, where it names no case. */
export function privately(text: string, blocks: MessageBlock[] = []): MessageReply {
  return { kind: 'message', visibility: 'private', text, blocks };
}
