import { conversationFor, type Directory, directFor } from './directory.ts';
import type { SlackObject } from './slack-shapes.ts';
import type { WebApiMethod } from './web-api-methods.ts';

/** What `emulate` answers otherwise than Slack, or not at all. */
export const conversationMethods: Record<string, WebApiMethod> = {
  /** `emulate` does not look at `oldest` and shows metadata to whoever asks. */
  async 'conversations.history'(args, { slack }) {
    const answer = await slack.call('conversations.history', args);
    if (!answer.ok) return answer;
    const page = answer.messages as SlackObject[];
    const messages = page
      .filter(({ ts }) => Number(ts) > Number(args.oldest ?? 0))
      .map((message) => (isTrue(args.include_all_metadata) ? message : withoutMetadata(message)));
    const isLast = messages.length < page.length;
    return { ...answer, messages, ...(isLast ? { has_more: false, response_metadata: {} } : {}) };
  },
  'users.conversations'({ user, types = 'public_channel' }, { workspace: { directory } }) {
    const person = directory.people.find(({ id }) => id === user);
    if (user !== undefined && user !== directory.app.userId && !person)
      return { ok: false, error: 'user_not_found' };
    const asked = String(types).split(',');
    const channels = [
      ...(asked.includes('public_channel') ? [directory.channel] : []),
      ...(asked.includes('im') ? directsOf(directory, person?.id) : []),
    ].map(({ id, kind, name }) => ({
      id,
      name,
      is_channel: kind === 'channel',
      is_im: kind === 'direct',
      is_private: kind === 'direct',
      is_archived: false,
    }));
    return { ok: true, channels, response_metadata: { next_cursor: '' } };
  },
  'conversations.members'({ channel }, { workspace: { directory } }) {
    const members = directory.people.filter((person) => conversationFor(directory, person, channel));
    if (members.length === 0) return { ok: false, error: 'channel_not_found' };
    const ids = [directory.app.userId, ...members.map(({ id }) => id)];
    return { ok: true, members: ids, response_metadata: { next_cursor: '' } };
  },
};

function directsOf(directory: Directory, personId: string | undefined) {
  const own = personId === undefined ? undefined : directFor(directory, personId);
  return personId === undefined ? directory.directs : own ? [own] : [];
}

function withoutMetadata({ metadata: _, ...message }: SlackObject): SlackObject {
  return message;
}

function isTrue(asked: unknown): boolean {
  return asked === true || asked === 'true';
}
