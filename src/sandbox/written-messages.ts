import type { Conversation, Person } from './directory.ts';
import { escapeTyped } from './escape-typed.ts';
import type { Events } from './events.ts';
import type { Message } from './message-log.ts';
import type { SandboxContext } from './sandbox-context.ts';

/** What a person typed, and where. */
export interface Written {
  typed: string;
  person: Person;
  conversation: Conversation;
  /** The message whose thread it was typed in; null outside of threads. */
  root: Message | null;
}

/** Posts what a person wrote, as that person, and tells the app of it. */
export async function writeMessage(
  { typed, person, conversation, root }: Written,
  { workspace, slack }: SandboxContext,
  events: Events,
): Promise<void> {
  const { app } = workspace.directory;
  const text = escapeTyped(typed).replaceAll(new RegExp(`@${app.name}(?!\\w)`, 'gi'), `<@${app.userId}>`);
  const thread = root ? { thread_ts: root.ts } : {};
  const posted = await slack.call(
    'chat.postMessage',
    { channel: conversation.id, text, ...thread },
    person.id,
  );
  if (!posted.ok) throw new Error(`the emulated workspace refused a message: ${posted.error}`);
  const ts = String(posted.ts);
  workspace.messages.add({
    ts,
    conversationId: conversation.id,
    author: { kind: 'person', userId: person.id },
    text,
    blocks: [],
    visibleTo: null,
    threadTs: root?.ts ?? null,
  });
  events.message({ text, ts, root }, person, conversation);
}
