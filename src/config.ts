import { validate as isCronExpression } from 'node-cron';
import { z } from 'zod';
import type { AccessRules } from './access/board-access.ts';
import { editDistance } from './evidence/edit-distance.ts';
import { logLevels } from './log.ts';
import { StartError } from './start-error.ts';
import { parseRetention, type Retention } from './store/retention.ts';
import { type KeyRing, KeyRingError, parseKeyRing } from './store/sealing/key-ring.ts';

/** Where the app meets Slack: a page of its own, requests to its port, or a socket that it opens. */
export type SlackConfig =
  | { mode: 'sandbox' }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string | undefined }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined };

export interface Config {
  slack: SlackConfig;
  port: number;
  /** Where people's calendars reach the app, without a slash at its end. */
  publicUrl: string | undefined;
  /** Undefined for the local page without one: a trial keeps nothing. */
  databaseUrl: string | undefined;
  retention: Retention;
  /** What seals the store; undefined for such a trial alone. */
  keyRing: KeyRing | undefined;
  clockStart: Date | undefined;
  /** When what is due is sent: a cron expression, with or without seconds. */
  reminderTick: string;
  access: AccessRules;
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

const defaultDatabaseUrl = 'sqlite:./data/imt-board.db';

const userIds = z
  .string()
  .regex(
    /^\s*[UW][A-Z0-9]{1,20}(\s*,\s*[UW][A-Z0-9]{1,20})*\s*,?\s*$/,
    'expected Slack user ids with commas between them, as U012AB3CD,U045EF6GH ("Copy member ID" in a profile\'s menu)',
  )
  .transform((ids): ReadonlySet<string> => new Set(ids.split(/[\s,]+/).filter((id) => id !== '')))
  .default(new Set());

const yesOrNo = z
  .string()
  .regex(/^(yes|no)$/i, 'expected yes or no')
  .transform((word) => word.toLowerCase() === 'yes')
  .default(false);

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
  PUBLIC_URL: z
    .string()
    .regex(
      /^(https:\/\/[^/?#\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/[^?#\s]*)?$/,
      'expected an address as https://imt-board.example.org (calendar links are secrets, so http only on this machine)',
    )
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'expected sqlite:./data/imt-board.db or postgres://user:password@host/database',
    )
    .optional(),
  ENCRYPTION_KEYS: z
    .string()
    .transform((keys, context) => {
      try {
        return parseKeyRing(keys);
      } catch (error) {
        if (!(error instanceof KeyRingError)) throw error;
        context.addIssue(error.message);
        return z.NEVER;
      }
    })
    .optional(),
  CLOCK_START: z.iso
    .datetime({ offset: true, error: 'expected an instant as 2026-11-23T09:00:00Z' })
    .transform((instant) => new Date(instant))
    .optional(),
  REMINDER_TICK: z
    .string()
    .refine(isCronExpression, 'expected a cron expression as * * * * *, every minute')
    .default('* * * * *'),
  RETENTION_DAYS: z
    .string()
    .transform((text, context) => {
      const retention = parseRetention(text);
      if (retention !== null) return retention;
      context.addIssue('expected kinds with days, as audit:2190,messages:400,follow-ups:3650');
      return z.NEVER;
    })
    .optional(),
  ADMINS: userIds,
  CURATORS: userIds,
  ALLOW_GUESTS: yesOrNo,
  ALLOW_EXTERNAL: yesOrNo,
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
  const slack = slackConfig(read.data);
  return {
    slack,
    port: read.data.PORT,
    publicUrl: read.data.PUBLIC_URL,
    databaseUrl: read.data.DATABASE_URL ?? (slack.mode === 'sandbox' ? undefined : defaultDatabaseUrl),
    keyRing: read.data.ENCRYPTION_KEYS,
    retention: read.data.RETENTION_DAYS ?? {},
    clockStart: read.data.CLOCK_START,
    reminderTick: read.data.REMINDER_TICK,
    access: {
      adminIds: read.data.ADMINS,
      curatorIds: read.data.CURATORS,
      allowGuests: read.data.ALLOW_GUESTS,
      allowExternal: read.data.ALLOW_EXTERNAL,
    },
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
  if (!given.ENCRYPTION_KEYS && !(noSlack && !given.DATABASE_URL))
    mistakes.push(
      'ENCRYPTION_KEYS is not set: case codes and notes are kept sealed. Write 1:KEY, where KEY is what `openssl rand -base64 32` prints, and keep a copy of it away from the database',
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
