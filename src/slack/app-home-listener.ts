import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { drawHome } from './draw-home.ts';
import type { SlackEdge } from './slack-edge.ts';
import { suggestPrompts } from './suggest-prompts.ts';
import { teamOfEvent } from './team-of-event.ts';

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/**
 * Draws App Home afresh each time it is opened, so that it never shows an older version's commands; in the direct
 * message it offers questions.
 */
export function appHomeListener(edge: SlackEdge) {
  return async ({ event, context, client }: Args): Promise<void> => {
    if (event.tab !== 'home') return suggestPrompts(event.channel, client, edge);
    await edge.running.track(drawHome({ userId: event.user, teamId: teamOfEvent(context) }, client, edge));
  };
}
