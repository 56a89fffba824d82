import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { appHome } from './app-home.ts';
import { renderableView } from './renderable-view.ts';
import type { SlackEdge } from './slack-edge.ts';

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** Draws App Home afresh each time it is opened, so that it never shows an older version's commands. */
export function appHomeListener({ commands, running, log }: SlackEdge) {
  return async ({ event, client }: Args): Promise<void> => {
    if (event.tab !== 'home') return;
    const view = renderableView(appHome(commands), log);
    await running.track(client.views.publish({ user_id: event.user, view }));
  };
}
