import { isIP } from 'node:net';
import { validate as isCronExpression } from 'node-cron';
import { z } from 'zod';
import type { AccessRules } from './access/board-access.ts';
import { defaultDatabaseUrl } from './default-database-url.ts';
import { editDistance } from './evidence/edit-distance.ts';
import { logLevels } from './log.ts';
import { type ModelConfig, modelConfig, modelMisfits, modelVariables } from './model/model-config.ts';
import {
  hasNoSlack,
  isForMany,
  type SlackConfig,
  slackConfig,
  slackMisfits,
  slackVariables,
} from './slack-config.ts';
import { StartError } from './start-error.ts';
import { databaseUrlMisfit } from './store/database-url-misfit.ts';
import { parseRetention, type Retention } from './store/retention.ts';
import { type KeyRing, KeyRingError, parseKeyRing } from './store/sealing/key-ring.ts';

export interface Config {
  slack: SlackConfig;
  port: number;
  /** The one address of this machine to listen on; undefined for all of them. The local page has its own. */
  host: string | undefined;
  /** Where people's calendars, and browsers that install the app, reach it; without a slash at its end. */
  publicUrl: string | undefined;
  /** Where Prometheus reads; undefined when nobody measures. */
  metrics: { port: number; host: string } | undefined;
  /** Undefined for the local page without one: a trial keeps nothing. */
  databaseUrl: string | undefined;
  retention: Retention;
  /** What seals the store; undefined for such a trial alone. */
  keyRing: KeyRing | undefined;
  clockStart: Date | undefined;
  /** When what is due is sent: a cron expression, with or without seconds. */
  reminderTick: string;
  access: AccessRules;
  /** Undefined unless one is configured: then nothing is sent to a model. */
  model: ModelConfig | undefined;
  logLevel: (typeof logLevels)[number];
}

/** Every mistake of the environment at once. Values are not repeated: they may be secrets. */
export class ConfigError extends StartError {
  override name = 'ConfigError';
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(
      `IMT Board cannot start with this configuration:\n${mistakes.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.mistakes = mistakes;
  }
}

const userIds = z
  .string()
  .regex(
    /^\s*(T[A-Z0-9]{1,20}\/)?[UW][A-Z0-9]{1,20}(\s*,\s*(T[A-Z0-9]{1,20}\/)?[UW][A-Z0-9]{1,20})*\s*,?\s*$/,
    'expected Slack user ids with commas between them, as U012AB3CD,U045EF6GH or T012AB3CD/U045EF6GH ("Copy member ID" in a profile\'s menu)',
  )
  .transform((ids): ReadonlySet<string> => new Set(ids.split(/[\s,]+/).filter((id) => id !== '')))
  .default(new Set());

const yesOrNo = z
  .string()
  .regex(/^(yes|no|true|false|on|off|1|0)$/i, 'expected yes or no')
  .transform((word) => /^(yes|true|on|1)$/i.test(word))
  .default(false);

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'expected a port number from 0 to 65535, as 3000')
  .transform(Number)
  .refine((number) => number <= 65_535, 'expected a port number from 0 to 65535, as 3000');

const variables = z.object({
  ...slackVariables,
  PORT: port.default(3000),
  HOST: z.string().optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'expected an address of this machine, as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
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
    .superRefine((databaseUrl, context) => {
      const misfit = databaseUrlMisfit(databaseUrl);
      if (misfit !== undefined) context.addIssue(misfit);
    })
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
      context.addIssue(
        'expected kinds with days, as audit:2190,messages:400,follow-ups:3650,ratings:730,gaps:730,flags:730',
      );
      return z.NEVER;
    })
    .optional(),
  ADMINS: userIds,
  CURATORS: userIds,
  ALLOW_GUESTS: yesOrNo,
  ALLOW_EXTERNAL: yesOrNo,
  ...modelVariables,
  LOG_LEVEL: z.enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` }).default('info'),
});

export const variableNames = Object.keys(variables.shape);

type Env = Readonly<Record<string, string | undefined>>;

export function loadConfig(env: Env = process.env): Config {
  // Space comes along when a value is copied. Compose files and CI set what they do not use to nothing at all.
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
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
    host: hasNoSlack(given) ? undefined : read.data.HOST,
    publicUrl: read.data.PUBLIC_URL,
    metrics:
      read.data.METRICS_PORT === undefined
        ? undefined
        : { port: read.data.METRICS_PORT, host: read.data.METRICS_HOST },
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
    model: modelConfig(read.data),
    logLevel: read.data.LOG_LEVEL,
  };
}

/** Variables that are well-formed alone and do not fit together. */
function misfits(given: Env): string[] {
  const noSlack = hasNoSlack(given);
  const mistakes = slackMisfits(given);
  if (!given.ENCRYPTION_KEYS && !(noSlack && !given.DATABASE_URL))
    mistakes.push(
      'ENCRYPTION_KEYS is not set: case codes and notes are kept sealed. Write 1:KEY, where KEY is what `openssl rand -base64 32` prints, and keep a copy of it away from the database',
    );
  // The local page does not read it, and some shells set it for their own ends.
  if (given.HOST && !noSlack && !isAddressToListenOn(given.HOST))
    mistakes.push(
      'HOST: expected an address of this machine, as 127.0.0.1 or ::1; unset it to listen on all',
    );
  mistakes.push(...modelMisfits(given));
  if (given.METRICS_PORT && given.METRICS_PORT !== '0' && given.METRICS_PORT === (given.PORT ?? '3000'))
    mistakes.push('METRICS_PORT is the port of requests (PORT): give the metrics another one');
  if (isForMany(given))
    mistakes.push(...['ADMINS', 'CURATORS'].flatMap((name) => withoutWorkspace(name, given)));
  mistakes.push(...misspelt(Object.keys(given)));
  if (given.CLOCK_START && given.NODE_ENV === 'production')
    mistakes.push('CLOCK_START is for trials: unset it where NODE_ENV is production');
  return mistakes;
}

function isAddressToListenOn(host: string): boolean {
  return host === 'localhost' || isIP(host) !== 0;
}

/** Slack promises no more than that a user's id is the only one within a workspace. */
function withoutWorkspace(name: string, given: Env): string[] {
  const people = (given[name] ?? '').split(/[\s,]+/).filter((id) => id !== '');
  if (people.every((id) => id.includes('/'))) return [];
  return [
    `${name} names people without their workspace: in many workspaces another person may have the same id. Write T012AB3CD/U045EF6GH`,
  ];
}

/** A name that is nearly one of ours would be passed over in silence, and the local page would start instead. */
function misspelt(names: readonly string[]): string[] {
  const letters = (name: string) => name.replaceAll('_', '');
  return names
    .filter((name) => /^(SLACK|MODEL)/.test(name) && !variableNames.includes(name))
    .flatMap((name) => {
      const meant = variableNames.find((one) => editDistance(letters(name), letters(one)) <= 2);
      return meant ? [`${name} is not known: did you mean ${meant}?`] : [];
    });
}
