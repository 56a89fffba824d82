import type { App, BlockAction } from '@slack/bolt';
import { actionListener } from './action-listener.ts';
import { appHomeListener } from './app-home-listener.ts';
import { commandListener } from './command-listener.ts';
import { formListener } from './form-listener.ts';
import { onError } from './on-error.ts';
import type { botEvents } from './permissions.ts';
import type { SlackEdge } from './slack-edge.ts';

/** One listener for all commands, one for all actions and one for all forms: Bolt would run every one that matches. */
export function register(app: App, edge: SlackEdge): void {
  const appHomeOpened: keyof typeof botEvents = 'app_home_opened';
  app.command(/^\//, commandListener(edge));
  app.action<BlockAction>({ type: 'block_actions' }, actionListener(edge));
  app.view({ type: 'view_submission', callback_id: /^/ }, formListener(edge));
  app.event(appHomeOpened, appHomeListener(edge));
  app.error(onError(edge.log, edge.newReference));
}
