import type { Clock } from '../clock.ts';
import type { Command } from '../command.ts';
import type { AppRequests } from './app-requests.ts';
import type { EmulatedSlack } from './emulated-slack.ts';
import type { ExchangeLog } from './exchange-log.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { TriggerIds } from './trigger-ids.ts';
import type { Workspace } from './workspace.ts';

interface SandboxLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the parts of the sandbox share. */
export interface SandboxContext {
  commands: readonly Command[];
  workspace: Workspace;
  slack: EmulatedSlack;
  app: AppRequests;
  exchanges: ExchangeLog;
  triggers: TriggerIds;
  responseUrls: ResponseUrls;
  /** Where the app finds Slack, without a slash at the end. */
  webApiUrl: string;
  /** The app's own clock, which the page may move on. */
  clock: Clock;
  now(): Date;
  newId(): string;
  log: SandboxLog;
  /** Where the machine is, and with it everybody in the sandbox. */
  timeZone: string;
  /** False: what is kept goes when the app ends. */
  keepsStore: boolean;
  /** Delivers the reminders that are due by now. */
  tick(): Promise<void>;
  /** When the app next sends something, or a reminder of a scan; null when nothing waits. */
  nextWaitingAtMs(about: 'anything' | 'scans'): Promise<number | null>;
}
