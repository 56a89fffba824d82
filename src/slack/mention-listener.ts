import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerWritten } from './answer-written.ts';
import type { SlackEdge } from './slack-edge.ts';
import { teamOfEvent } from './team-of-event.ts';
import { withoutMention } from './written-text.ts';

type Args = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/**
 * Answers who names the app in a channel, so that only they see it. Slack also tells of a mention that was edited into
 * a message: who wrote it has not been answered yet, unless it was there before, and then it is not new.
 */
export function mentionListener(edge: SlackEdge) {
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (!event.user || event.bot_id || event.user === context.botUserId) return;
    await answerWritten(edge, {
      ...{ userId: event.user, channelId: event.channel, teamId: teamOfEvent(context), ts: event.ts, client },
      text: withoutMention(event.text, context.botUserId),
      threadTs: event.thread_ts ?? null,
      hasFiles: (event.files?.length ?? 0) > 0,
      eventId: body.event_id,
    });
  };
}
