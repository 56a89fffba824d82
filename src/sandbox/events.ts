import type { Conversation, Person } from './directory.ts';
import { directFor } from './directory.ts';
import type { Message } from './message-log.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { SlackObject } from './slack-shapes.ts';

/** Slack repeats an event that was not taken: at once, after a minute, after five more. */
const retryAfterMs = [0, 60_000, 300_000];

export interface Events {
  /** What a person wrote, to the app: once for the conversation, once more when the app is mentioned. */
  message(
    written: { text: string; ts: string; root: Message | null },
    person: Person,
    conversation: Conversation,
  ): void;
  /** A person opened App Home (`home`) or the app's direct message (`messages`). */
  homeOpened(tab: 'home' | 'messages', person: Person): void;
  stop(): void;
}

export function createEvents(context: SandboxContext): Events {
  const { app, workspace, log, newId, now } = context;
  const { team, app: self } = workspace.directory;
  const stopping = new AbortController();
  const waiting = new Set<NodeJS.Timeout>();

  const deliver = async (envelope: SlackObject, attempt: number): Promise<void> => {
    const headers: Record<string, string> =
      attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_error' };
    const answer = await app.sendJson(envelope, headers);
    const pauseMs = retryAfterMs[attempt];
    if (answer.kind === 'answered' || stopping.signal.aborted) return;
    log.warn({ code: answer.code, eventId: envelope.event_id, attempt }, 'the app did not take an event');
    if (pauseMs === undefined) return;
    const timer = setTimeout(() => {
      waiting.delete(timer);
      void deliver(envelope, attempt + 1);
    }, pauseMs);
    waiting.add(timer);
  };
  const send = (event: SlackObject) => {
    const eventId = `Ev${newId().replaceAll('-', '').slice(0, 9).toUpperCase()}`;
    void deliver(
      {
        token: 'sandbox',
        team_id: team.id,
        api_app_id: self.id,
        event,
        type: 'event_callback',
        event_id: eventId,
        event_time: Math.floor(now().getTime() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: team.id,
            user_id: self.userId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
      },
      0,
    );
  };

  const authorId = ({ author }: Message) => (author.kind === 'sandbox' ? self.userId : author.userId);

  return {
    message({ text, ts, root }, person, conversation) {
      const isDirect = conversation.kind === 'direct';
      const common = { user: person.id, text, ts, team: team.id, channel: conversation.id, event_ts: ts };
      const thread = root ? { thread_ts: root.ts, parent_user_id: authorId(root) } : {};
      const written = { ...common, ...thread, client_msg_id: newId() };
      send({ type: 'message', ...written, channel_type: isDirect ? 'im' : 'channel' });
      if (!isDirect && text.includes(`<@${self.userId}>`)) send({ type: 'app_mention', ...written });
    },
    homeOpened(tab, person) {
      const home = tab === 'home' ? workspace.views.home(person.id) : undefined;
      send({
        type: 'app_home_opened',
        user: person.id,
        channel: directFor(workspace.directory, person.id)?.id,
        tab,
        event_ts: (now().getTime() / 1000).toFixed(6),
        ...(home ? { view: { id: home.id, ...home.content, hash: home.hash } } : {}),
      });
    },
    stop() {
      stopping.abort();
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}
