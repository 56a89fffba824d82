import { z } from 'zod';
import { staysPrivate } from './stays-private.ts';

/** Where the app meets Slack: a page of its own, requests to its port, or a socket that it opens. */
export type SlackConfig =
  | { mode: 'sandbox' }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string | undefined }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined }
  | OAuthConfig;

/** Requests to its port from every workspace that installed it. */
interface OAuthConfig {
  mode: 'oauth';
  clientId: string;
  clientSecret: string;
  /** Signs what a browser brings back from Slack. */
  stateSecret: string;
  signingSecret: string;
  /** Where browsers reach the app, without a slash at its end. */
  publicUrl: string;
  apiUrl: string | undefined;
}

export const slackVariables = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, 'expected a bot token, which begins with xoxb- ("OAuth & Permissions" in Slack)')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S+$/, 'expected the signing secret without spaces ("Basic Information" in Slack)')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-\S+$/,
      'expected an app-level token, which begins with xapp- ("Basic Information" in Slack)',
    )
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'expected two numbers with a point between ("Basic Information" in Slack)')
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^\S+$/, 'expected the client secret without spaces ("Basic Information" in Slack)')
    .optional(),
  SLACK_STATE_SECRET: z
    .string()
    .regex(
      /^\S{32,}$/,
      'expected at least 32 characters without spaces: write what `openssl rand -hex 32` prints',
    )
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address as https://slack.com/api/' })
    .refine(
      (address) => !URL.canParse(address) || staysPrivate(new URL(address)),
      'tokens are not sent in the clear: expected https, or http to an address of this machine or of a private network',
    )
    // A method's name is put behind it, in place of what follows the last slash.
    .transform((address) => address.replace(/\/*$/, '/'))
    .optional(),
};

type Env = Readonly<Record<string, string | undefined>>;

const ofOAuth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** Whether nothing says where Slack is: the local page is meant. */
export function hasNoSlack(given: Env): boolean {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } = given;
  return !SLACK_BOT_TOKEN && !SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN && !isForMany(given);
}

/** Whether many workspaces are meant, each with a token of its own. */
export function isForMany(given: Env): boolean {
  return ofOAuth.some((name) => given[name]);
}

/** Slack's variables that are well-formed alone and do not fit together. */
export function slackMisfits(given: Env): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = given;
  const noSlack = hasNoSlack(given);
  const mistakes: string[] = [];
  if (given.SLACK_API_URL && noSlack)
    mistakes.push('SLACK_API_URL is set without SLACK_BOT_TOKEN: unset it to use the sandbox');
  if (given.NODE_ENV === 'production' && noSlack)
    mistakes.push(
      'NODE_ENV is production and no Slack variable is set: set SLACK_BOT_TOKEN with SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, or unset NODE_ENV to try the local page',
    );
  mistakes.push(...secretMisfits(given));
  if (isForMany(given)) return [...mistakes, ...oauthMisfits(given)];
  if (bot && !secret && !app)
    mistakes.push(
      'SLACK_BOT_TOKEN is set alone: also set SLACK_SIGNING_SECRET (requests over HTTP) or SLACK_APP_TOKEN (Socket Mode)',
    );
  if (secret && !bot)
    mistakes.push('SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN: set both, or neither');
  if (app && !bot) mistakes.push('SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN: set both, or neither');
  return mistakes;
}

/** With another secret than Slack's the app would be ready and refuse each request. A stand-in for Slack has its own. */
function secretMisfits({ SLACK_SIGNING_SECRET: secret, SLACK_API_URL, SLACK_APP_TOKEN }: Env): string[] {
  const unread = !secret || SLACK_API_URL || SLACK_APP_TOKEN || /\s/.test(secret);
  if (unread || hasShapeOfSigningSecret(secret)) return [];
  return [
    'SLACK_SIGNING_SECRET is none of Slack’s, which are 32 characters from 0 to 9 and a to f. Copy "Signing Secret" from "Basic Information" of your app; not the client secret, and no token',
  ];
}

/** All of Slack's have it. */
export function hasShapeOfSigningSecret(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function oauthMisfits(given: Env): string[] {
  const missing = [...ofOAuth, 'SLACK_SIGNING_SECRET', 'PUBLIC_URL'].filter((name) => !given[name]);
  const mistakes: string[] = [];
  if (missing.length > 0)
    mistakes.push(
      `To be installed in many workspaces (${ofOAuth.join(', ')}) the app also needs ${missing.join(', ')}: set all, or none of the three`,
    );
  if (given.SLACK_BOT_TOKEN)
    mistakes.push(
      'SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many, each with a token of its own: unset one of the two',
    );
  if (given.SLACK_APP_TOKEN)
    mistakes.push(
      'SLACK_APP_TOKEN is Socket Mode, and browsers that install the app (SLACK_CLIENT_ID) need HTTP: unset one of the two',
    );
  return mistakes;
}

type Read = z.infer<z.ZodObject<typeof slackVariables>> & { PUBLIC_URL?: string | undefined };

export function slackConfig(read: Read): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = read;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = read;
  const { SLACK_STATE_SECRET: stateSecret, PUBLIC_URL: publicUrl, SLACK_API_URL: apiUrl } = read;
  if (clientId && clientSecret && stateSecret && signingSecret && publicUrl)
    return { mode: 'oauth', clientId, clientSecret, stateSecret, signingSecret, publicUrl, apiUrl };
  if (botToken && appToken) return { mode: 'socket', botToken, appToken, apiUrl };
  if (botToken && signingSecret) return { mode: 'http', botToken, signingSecret, apiUrl };
  return { mode: 'sandbox' };
}
