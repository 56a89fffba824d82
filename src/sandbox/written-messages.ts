import type { Conversation, Person } from './directory.ts';
import { escapeTyped } from './escape-typed.ts';
import type { Events } from './events.ts';
import type { SandboxContext } from './sandbox-context.ts';

/** Posts what a person wrote, as that person, and tells the app of it. */
export async function writeMessage(
  typed: string,
  person: Person,
  conversation: Conversation,
  { workspace, slack }: SandboxContext,
  events: Events,
): Promise<void> {
  const { app } = workspace.directory;
  const text = escapeTyped(typed).replaceAll(new RegExp(`@${app.name}(?!\\w)`, 'gi'), `<@${app.userId}>`);
  const posted = await slack.call('chat.postMessage', { channel: conversation.id, text }, person.id);
  if (!posted.ok) throw new Error(`the emulated workspace refused a message: ${posted.error}`);
  const ts = String(posted.ts);
  workspace.messages.add({
    ts,
    conversationId: conversation.id,
    author: { kind: 'person', userId: person.id },
    text,
    blocks: [],
    visibleTo: null,
  });
  events.message({ text, ts }, person, conversation);
}
