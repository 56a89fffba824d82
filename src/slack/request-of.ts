import type { ReceiverEvent } from '@slack/bolt';
import type { RequestInHand } from '../requests-in-hand.ts';
import { placeOf } from './form-place.ts';
import { teamOfPress } from './team-of-press.ts';
import { writtenSubtypes } from './written-text.ts';

type Body = ReceiverEvent['body'];
type Read = Omit<RequestInHand, 'id' | 'takenAtMs'>;

/** Who waits for an answer to what Slack sent, and where; null where nobody does. */
export function requestOf(body: Body): Read | null {
  if (typeof body.command === 'string') return ofCommand(body);
  if (body.event) return ofEvent(body);
  const { user, team, channel, view, message } = body;
  if (!user?.id) return null;
  const origin = {
    ...{ teamId: teamOfPress({ team, user }), userId: user.id, message: null },
    channelId: channel?.id ?? '',
    responseUrl: body.response_url || null,
  };
  switch (body.type) {
    case 'block_actions':
      return { ...origin, what: 'the button that you pressed' };
    case 'message_action':
      return message ? { ...origin, what: 'the message that you picked' } : null;
    case 'view_submission':
      return { ...origin, ...openedAt(view?.private_metadata), what: 'the form that you sent' };
    default:
      return null;
  }
}

function ofCommand(body: Body): Read {
  return {
    ...{ teamId: body.team_id ?? '', channelId: body.channel_id ?? '', userId: body.user_id ?? '' },
    ...{ what: `\`${body.command}\``, responseUrl: body.response_url ?? null, message: null },
  };
}

function ofEvent({ event, team_id, enterprise_id, authorizations }: Body): Read | null {
  const { type, subtype, channel_type, channel, user, bot_id, ts, thread_ts } = event;
  const isQuestion = type === 'app_mention' || (type === 'message' && channel_type === 'im');
  if (!isQuestion || !user || bot_id || !writtenSubtypes.has(subtype)) return null;
  return {
    // Of a channel that two workspaces share, the one that has the app.
    ...{
      teamId: authorizations?.[0]?.team_id ?? team_id ?? enterprise_id ?? '',
      channelId: channel,
      userId: user,
      responseUrl: null,
    },
    ...{ what: 'your message', message: { ts, threadTs: thread_ts ?? null } },
  };
}

function openedAt(privateMetadata: string | undefined): Partial<Read> {
  const place = placeOf(privateMetadata ?? '');
  // Another version's is answered with a sentence of its own.
  return place ? { channelId: place.channelId, responseUrl: place.responseUrl ?? null } : {};
}
