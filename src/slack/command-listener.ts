import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerVisibly } from './answer-visibly.ts';
import { sendReply } from './send-reply.ts';
import type { SlackEdge } from './slack-edge.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Acknowledges a slash command at once, then runs it and answers through its `response_url`. */
export function commandListener(edge: SlackEdge) {
  return async ({ ack, command: payload, client }: Args): Promise<void> => {
    await ack();
    const asker = {
      client,
      triggerId: payload.trigger_id,
      responseUrl: payload.response_url,
      channelId: payload.channel_id,
      onMessage: false,
      insideDialog: false,
    };
    const command = edge.commands.find(({ name }) => name === payload.command);
    const run = async (): Promise<Reply> => {
      if (!command) throw new UserError(unknownCommand(edge));
      const request = {
        text: payload.text?.trim() ?? '',
        userId: payload.user_id,
        channelId: payload.channel_id,
        teamId: payload.team_id,
      };
      return command.run(request, edge.services);
    };
    const show = (reply: Reply) => sendReply(reply, asker, edge);
    await edge.running.track(answerVisibly<Reply>(edge, command?.name ?? 'unknown command', run, show));
  };
}

function unknownCommand({ commands }: SlackEdge): string {
  const names = commands.map(({ name }) => `\`${name}\``).join(', ');
  return `IMT Board has no such command any more. Write one of these: ${names}.`;
}
