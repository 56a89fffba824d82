import type { MessageReply } from '../../src/command.ts';

/** A sentence, to the person alone. */
export function said(text: string): MessageReply {
  return { kind: 'message', visibility: 'private', text, blocks: [] };
}
