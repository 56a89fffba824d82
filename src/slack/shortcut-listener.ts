import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerVisibly } from './answer-visibly.ts';
import { messageShortcut } from './permissions.ts';
import { runScreened } from './screen-command.ts';
import { sendReply } from './send-reply.ts';
import type { SlackEdge } from './slack-edge.ts';
import { teamOfPress } from './team-of-press.ts';
import { withoutMention } from './written-text.ts';

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** Answers somebody's message to whoever picked the shortcut in its menu, and to nobody else. */
export function shortcutListener(edge: SlackEdge) {
  return async ({ ack, shortcut, client, context }: Args): Promise<void> => {
    await ack();
    const { user, channel, message } = shortcut;
    const origin = { userId: user.id, channelId: channel.id, teamId: teamOfPress(shortcut) };
    const asker = {
      ...{ client, userId: user.id, channelId: channel.id, triggerId: shortcut.trigger_id },
      ...{ responseUrl: shortcut.response_url, onMessage: false, insideDialog: false },
    };
    const run = async (): Promise<Reply> => {
      const command = edge.commands.find(({ takesMessages }) => takesMessages);
      const text = withoutMention(message.text ?? '', context.botUserId);
      if (!command || text === '')
        throw new UserError('There are no words in this message that I could look up. Pick one with text.');
      return runScreened(command, { ...origin, text }, edge);
    };
    const show = (reply: Reply) => sendReply(reply, asker, edge);
    const asked = { ...origin, action: 'asked' as const, what: messageShortcut.callbackId };
    await edge.running.track(answerVisibly<Reply>(edge, asked, run, show));
  };
}
