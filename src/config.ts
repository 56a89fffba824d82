import { z } from 'zod';
import { editDistance } from './evidence/edit-distance.ts';
import { logLevels } from './log.ts';
import { StartError } from './start-error.ts';

/** Where the app meets Slack: a page of its own, requests to its port, or a socket that it opens. */
export type SlackConfig =
  | { mode: 'sandbox' }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string | undefined }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined };

export interface Config {
  slack: SlackConfig;
  port: number;
  databaseUrl: string;
  clockStart: Date | undefined;
  logLevel: (typeof logLevels)[number];
}

/** Every mistake of the environment at once. Values are not repeated: they may be secrets. */
class ConfigError extends StartError {
  override name = 'ConfigError';
  constructor(mistakes: readonly string[]) {
    super(
      `IMT Board cannot start with this configuration:\n${mistakes.map((line) => `  - ${line}`).join('\n')}`,
    );
  }
}

const variables = z.object({
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
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address as https://slack.com/api/' })
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number from 0 to 65535, as 3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number from 0 to 65535, as 3000')
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'expected sqlite:./data/imt-board.db or postgres://user:password@host/database',
    )
    .default('sqlite:./data/imt-board.db'),
  CLOCK_START: z.iso
    .datetime({ offset: true, error: 'expected an instant as 2026-11-23T09:00:00Z' })
    .transform((instant) => new Date(instant))
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` }).default('info'),
});

export const variableNames = Object.keys(variables.shape);

type Env = Readonly<Record<string, string | undefined>>;

export function loadConfig(env: Env = process.env): Config {
  // Compose files and CI set what they do not use to nothing at all.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = variables.safeParse(given);
  const mistakes = [
    ...(read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []),
    ...misfits(given),
  ];
  if (!read.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return {
    slack: slackConfig(read.data),
    port: read.data.PORT,
    databaseUrl: read.data.DATABASE_URL,
    clockStart: read.data.CLOCK_START,
    logLevel: read.data.LOG_LEVEL,
  };
}

/** Variables that are well-formed alone and do not fit together. */
function misfits(given: Env): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = given;
  const noSlack = !bot && !secret && !app;
  const mistakes: string[] = [];
  if (bot && !secret && !app)
    mistakes.push(
      'SLACK_BOT_TOKEN is set alone: also set SLACK_SIGNING_SECRET (requests over HTTP) or SLACK_APP_TOKEN (Socket Mode)',
    );
  if (secret && !bot)
    mistakes.push('SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN: set both, or neither');
  if (app && !bot) mistakes.push('SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN: set both, or neither');
  if (given.SLACK_API_URL && noSlack)
    mistakes.push('SLACK_API_URL is set without SLACK_BOT_TOKEN: unset it to use the sandbox');
  if (given.NODE_ENV === 'production' && noSlack)
    mistakes.push(
      'NODE_ENV is production and no Slack variable is set: set SLACK_BOT_TOKEN with SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, or unset NODE_ENV to try the local page',
    );
  mistakes.push(...misspelt(Object.keys(given)));
  if (given.CLOCK_START && given.NODE_ENV === 'production')
    mistakes.push('CLOCK_START is for trials: unset it where NODE_ENV is production');
  return mistakes;
}

/** A name that is nearly one of ours would be passed over in silence, and the local page would start instead. */
function misspelt(names: readonly string[]): string[] {
  const letters = (name: string) => name.replaceAll('_', '');
  return names
    .filter((name) => name.startsWith('SLACK') && !variableNames.includes(name))
    .flatMap((name) => {
      const meant = variableNames.find((one) => editDistance(letters(name), letters(one)) <= 2);
      return meant ? [`${name} is not known: did you mean ${meant}?`] : [];
    });
}

function slackConfig(read: z.infer<typeof variables>): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = read;
  const apiUrl = read.SLACK_API_URL;
  if (botToken && appToken) return { mode: 'socket', botToken, appToken, apiUrl };
  if (botToken && signingSecret) return { mode: 'http', botToken, signingSecret, apiUrl };
  return { mode: 'sandbox' };
}
