import type { MessageBlock } from '../command.ts';
import type { Person } from './directory.ts';

export interface Message {
  /** Slack's `ts`: the message's name in its conversation, and its place in the order. */
  ts: string;
  conversationId: string;
  /** A person, the app, or the sandbox itself, which says what Slack says when the app fails. */
  author: { kind: 'person' | 'app'; userId: string } | { kind: 'sandbox' };
  at: Date;
  text: string;
  blocks: MessageBlock[];
  /** The only person who sees it; null when all of the conversation do. */
  visibleTo: string | null;
  edited: boolean;
  threadTs: string | null;
}

export type NewMessage = Omit<Message, 'at' | 'edited' | 'ts' | 'threadTs'> & {
  ts?: string;
  threadTs?: string | null;
};

export interface MessageLog {
  add(message: NewMessage): Message;
  /** Puts other content in place of a message's; nothing happens when it is not there. */
  replace(ts: string, content: Pick<Message, 'text' | 'blocks'>): void;
  remove(ts: string): void;
  find(ts: string): Message | undefined;
  all(): readonly Message[];
}

type OnChange = (message: Message, change: 'shown' | 'gone') => void;

export function createMessageLog(now: () => Date, onChange: OnChange): MessageLog {
  const messages = new Map<string, Message>();
  let named = 0;
  // Six digits behind the point, as Slack's; from 500000 on, where the emulated Slack's do not come.
  const newTs = () => `${Math.floor(now().getTime() / 1000)}.${500_000 + (named++ % 500_000)}`;
  return {
    add(content) {
      const message = { ts: newTs(), threadTs: null, ...content, at: now(), edited: false };
      messages.set(message.ts, message);
      onChange(message, 'shown');
      return message;
    },
    replace(ts, { text, blocks }) {
      const before = messages.get(ts);
      if (!before) return;
      const message = { ...before, text, blocks, edited: true };
      messages.set(ts, message);
      onChange(message, 'shown');
    },
    remove(ts) {
      const message = messages.get(ts);
      if (message && messages.delete(ts)) onChange(message, 'gone');
    },
    find: (ts) => messages.get(ts),
    all: () => [...messages.values()],
  };
}

/** Private messages are seen by their one person only, direct messages by the one they are with. */
export function isVisible(
  message: Message,
  person: Person,
  isMember: (conversationId: string) => boolean,
): boolean {
  return isMember(message.conversationId) && (message.visibleTo === null || message.visibleTo === person.id);
}
