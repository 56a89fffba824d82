import type { Command } from '../command.ts';
import type { AppRequests } from './app-requests.ts';
import type { EmulatedSlack } from './emulated-slack.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { TriggerIds } from './trigger-ids.ts';
import type { Workspace } from './workspace.ts';

export interface SandboxLog {
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
  triggers: TriggerIds;
  responseUrls: ResponseUrls;
  /** Where the app finds Slack, without a slash at the end. */
  webApiUrl: string;
  now(): Date;
  newId(): string;
  log: SandboxLog;
}
