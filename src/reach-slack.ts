import type { CustomRoute } from '@slack/bolt';
import type { AccessRules } from './access/board-access.ts';
import type { Config } from './config.ts';
import type { Sandbox, SandboxOptions } from './sandbox/create-sandbox.ts';
import type { SlackConfig } from './slack-config.ts';

/** Which Slack the app speaks to, and who may do what there. */
export interface ReachedSlack {
  slack: Exclude<SlackConfig, { mode: 'sandbox' }>;
  rules: AccessRules;
  /** The small one on this machine, where no other is configured: its page, on this machine's own address alone. */
  local: { sandbox: Sandbox; routes: readonly CustomRoute[]; host: string } | undefined;
}

export async function reachSlack(
  { slack, access }: Pick<Config, 'slack' | 'access'>,
  options: SandboxOptions,
): Promise<ReachedSlack> {
  if (slack.mode !== 'sandbox') return { slack, rules: access, local: undefined };
  // Imported only here: an app that serves a hospital loads none of it.
  const { createSandbox } = await import('./sandbox/create-sandbox.ts');
  const sandbox = await createSandbox(options);
  return {
    slack: { mode: 'http', ...sandbox.slack },
    rules: { ...access, curatorIds: new Set([...access.curatorIds, ...sandbox.curatorIds]) },
    local: { sandbox, routes: sandbox.routes, host: '127.0.0.1' },
  };
}
