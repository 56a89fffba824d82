import type { AllMiddlewareArgs, Context, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { SlackEdge } from './slack-edge.ts';

type Uninstalled = SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs;
type Revoked = SlackEventMiddlewareArgs<'tokens_revoked'> & AllMiddlewareArgs;

/** The app was removed: its token goes at once. What boards keep stays, and waits for the app to come back. */
export function uninstalledListener(edge: SlackEdge) {
  return ({ context, body }: Uninstalled): Promise<void> =>
    edge.running.track(forget(edge, context, body.event_time, 'app_uninstalled'));
}

/** The same where a bot's token was revoked; the app keeps none of people. */
export function tokensRevokedListener(edge: SlackEdge) {
  return async ({ context, body, event }: Revoked): Promise<void> => {
    if ((event.tokens.bot ?? []).length === 0) return;
    await edge.running.track(forget(edge, context, body.event_time, 'tokens_revoked'));
  };
}

async function forget(edge: SlackEdge, context: Context, atSeconds: number, why: string): Promise<void> {
  const { teamId, enterpriseId, isEnterpriseInstall } = context;
  const erased = await edge.clients.forget({ teamId, enterpriseId, isEnterpriseInstall }, atSeconds * 1000);
  const id = (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
  edge.log.error(
    { alarm: 'uninstalled', teamId: id, why, erased },
    'the app was removed from a workspace: reminders wait there until it is installed again',
  );
  edge.audit.record({
    ...{ actor: 'app', teamId: id, channelId: '', action: 'changed', what: 'installation', about: [] },
    outcome: erased ? why : `${why}, of a token that was not kept`,
  });
}
