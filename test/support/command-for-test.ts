import type { Action, Command, MessageReply } from '../../src/command.ts';

/** A command that does what the test says. */
export function commandForTest(run: Command['run'], actions: readonly Action[] = []): Command {
  return {
    name: '/board',
    description: 'A command of the tests',
    usageHint: '[anything]',
    examples: [{ text: '/board hello', does: 'says hello' }],
    run,
    actions,
  };
}

export function message(text: string, visibility: MessageReply['visibility'] = 'private'): MessageReply {
  return {
    kind: 'message',
    visibility,
    text,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } } as MessageReply['blocks'][number]],
  };
}
