import type { App, BlockAction, MessageShortcut } from '@slack/bolt';
import { actionListener } from './action-listener.ts';
import { appHomeListener } from './app-home-listener.ts';
import { commandListener } from './command-listener.ts';
import { formListener } from './form-listener.ts';
import { mentionListener } from './mention-listener.ts';
import { messageListener } from './message-listener.ts';
import { onError } from './on-error.ts';
import { type botEvents, messageShortcut } from './permissions.ts';
import { shortcutListener } from './shortcut-listener.ts';
import type { SlackEdge } from './slack-edge.ts';
import { tokensRevokedListener, uninstalledListener } from './uninstall-listener.ts';

/** One listener for all commands, one for all actions and one for all forms: Bolt would run every one that matches. */
export function register(app: App, edge: SlackEdge): void {
  const appHomeOpened: keyof typeof botEvents = 'app_home_opened';
  const appMention: keyof typeof botEvents = 'app_mention';
  app.command(/^\//, commandListener(edge));
  app.action<BlockAction>({ type: 'block_actions' }, actionListener(edge));
  app.view({ type: 'view_submission', callback_id: /^/ }, formListener(edge));
  app.event(appHomeOpened, appHomeListener(edge));
  app.event('message', messageListener(edge));
  app.event(appMention, mentionListener(edge));
  const appUninstalled: keyof typeof botEvents = 'app_uninstalled';
  const tokensRevoked: keyof typeof botEvents = 'tokens_revoked';
  app.event(appUninstalled, uninstalledListener(edge));
  app.event(tokensRevoked, tokensRevokedListener(edge));
  const evidenceOfMessage = { type: 'message_action', callback_id: messageShortcut.callbackId } as const;
  app.shortcut<MessageShortcut>(evidenceOfMessage, shortcutListener(edge));
  app.error(onError(edge.log, edge.newReference));
}
