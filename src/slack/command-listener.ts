import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Command, Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { measure } from '../measure.ts';
import { answerVisibly } from './answer-visibly.ts';
import { runScreened } from './screen-command.ts';
import { sendReply } from './send-reply.ts';
import type { SlackEdge } from './slack-edge.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Acknowledges a slash command at once, then runs it and answers through its `response_url`. */
export function commandListener(edge: SlackEdge) {
  return async ({ ack, command: payload, client }: Args): Promise<void> => {
    const receivedAt = performance.now();
    await ack();
    const seconds = (performance.now() - receivedAt) / 1000;
    measure({ kind: 'acknowledged', asked: payload.command, seconds });
    const asker = {
      client,
      userId: payload.user_id,
      triggerId: payload.trigger_id,
      responseUrl: payload.response_url,
      channelId: payload.channel_id,
      onMessage: false,
      insideDialog: false,
    };
    const command = edge.commands.find(({ name }) => name === payload.command);
    const request = {
      text: payload.text?.trim() ?? '',
      userId: payload.user_id,
      channelId: payload.channel_id,
      teamId: payload.team_id,
    };
    const run = async (): Promise<Reply> => {
      if (!command) throw new UserError(unknownCommand(edge));
      return runScreened(command, request, edge);
    };
    const show = (reply: Reply) => sendReply(reply, asker, edge);
    const { text, ...origin } = request;
    const asked = { ...origin, action: 'asked' as const, what: askedOf(command, text) };
    await edge.running.track(answerVisibly<Reply>(edge, asked, run, show));
  };
}

/** The first word only where the command knows it: any other may be anything. */
function askedOf(command: Command | undefined, text: string): string {
  if (!command) return 'unknown command';
  const word = /^\S*/.exec(text.toLowerCase())?.[0] ?? '';
  return command.words?.includes(word) ? `${command.name} ${word}` : command.name;
}

function unknownCommand({ commands }: SlackEdge): string {
  const names = commands.map(({ name }) => `\`${name}\``).join(', ');
  return `IMT Board has no such command any more. Write one of these: ${names}.`;
}
