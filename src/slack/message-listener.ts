import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerWritten } from './answer-written.ts';
import type { SlackEdge } from './slack-edge.ts';
import { teamOfEvent } from './team-of-event.ts';
import { withoutMention, writtenSubtypes } from './written-text.ts';

type Args = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** Answers what people write to the app in its direct message. */
export function messageListener(edge: SlackEdge) {
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (event.channel_type !== 'im' || !writtenSubtypes.has(event.subtype)) return;
    const { user, bot_id, text, thread_ts, files } = event as WrittenMessage;
    if (!user || bot_id !== undefined || user === context.botUserId) return;
    await answerWritten(edge, {
      ...{ userId: user, channelId: event.channel, teamId: teamOfEvent(context), ts: event.ts, client },
      text: withoutMention(text, context.botUserId),
      threadTs: thread_ts ?? null,
      hasFiles: (files?.length ?? 0) > 0,
      eventId: body.event_id,
    });
  };
}

/** What the subtypes above have in common. */
interface WrittenMessage {
  user?: string;
  bot_id?: string;
  text?: string | null;
  thread_ts?: string;
  files?: unknown[] | null;
}
