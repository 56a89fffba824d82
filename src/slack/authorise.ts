import type { App } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { StartError } from '../start-error.ts';
import { slackErrorCode } from './slack-error-code.ts';

/** Has Slack confirm the bot token, so that a wrong one shows at start and not on the first command. */
export async function authorise(app: App): Promise<void> {
  try {
    await app.init();
  } catch (error) {
    const code = slackErrorCode(error);
    if (error instanceof WebAPIPlatformError)
      throw new StartError(
        `Slack refused SLACK_BOT_TOKEN (${code}). Copy the Bot User OAuth Token from "OAuth & Permissions" of your app; install the app first if there is none.`,
      );
    throw new StartError(
      `Slack could not be reached to check SLACK_BOT_TOKEN (${code}). See that this machine reaches slack.com, or SLACK_API_URL if you set it, and start again.`,
    );
  }
}
