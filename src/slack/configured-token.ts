import type { Logger } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { StartError } from '../start-error.ts';
import type { Bot, BotTokens } from './bot-tokens.ts';
import { callFailure } from './call-failure.ts';
import { createPostingClient } from './create-posting-client.ts';
import { slackErrorCode } from './slack-error-code.ts';

/** `SLACK_BOT_TOKEN`: one workspace, whoever asks. */
export function configuredToken(slack: {
  botToken: string;
  apiUrl: string | undefined;
  logger: Logger;
}): BotTokens {
  const bot: Bot = { token: slack.botToken, botId: undefined, userId: undefined, ofOrganisation: false };
  return {
    /** Has Slack confirm the token, so that a wrong one shows at start and not on the first command. */
    async check() {
      try {
        const { bot_id: botId, user_id: userId } = await createPostingClient(slack).auth.test();
        Object.assign(bot, { botId, userId });
      } catch (error) {
        throw refusedToken(error);
      }
    },
    find: async () => bot,
    forget: async () => false,
    settled: async () => true,
  };
}

function refusedToken(error: unknown): StartError {
  const code = slackErrorCode(error);
  if (callFailure(error).kind === 'permanent')
    return new StartError(
      `Slack refused SLACK_BOT_TOKEN (${code}). Copy the Bot User OAuth Token from "OAuth & Permissions" of your app; install the app first if there is none.`,
    );
  if (error instanceof WebAPIPlatformError)
    return new StartError(
      `Slack could not check SLACK_BOT_TOKEN (${code}). Start again in a minute; if it goes on, look that code up in Slack's documentation of auth.test.`,
      { mayPass: true },
    );
  return new StartError(
    `Slack could not be reached to check SLACK_BOT_TOKEN (${code}). See that this machine reaches slack.com, or SLACK_API_URL if you set it, and start again.`,
    { mayPass: true },
  );
}
