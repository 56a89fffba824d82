import type { Message } from './message-log.ts';

/** How many messages of a conversation a person has not looked at. */
export interface UnreadCount {
  personId: string;
  conversationId: string;
  count: number;
}

export interface Unread {
  add(message: Message, personIds: readonly string[]): void;
  forget(message: Message): void;
  /** A person has looked at a conversation; says whether anything was unread there. */
  read(personId: string, conversationId: string): boolean;
  counts(): UnreadCount[];
}

/** Who has not seen what. Kept here and not by the page, so that each person's page knows of all. */
export function createUnread(): Unread {
  const unseen = new Map<string, { personId: string; conversationId: string; names: Set<string> }>();
  const key = (personId: string, conversationId: string) => `${personId} ${conversationId}`;
  return {
    add({ ts, conversationId }, personIds) {
      for (const personId of personIds) {
        const name = key(personId, conversationId);
        const kept = unseen.get(name) ?? { personId, conversationId, names: new Set() };
        kept.names.add(ts);
        unseen.set(name, kept);
      }
    },
    forget({ ts }) {
      for (const { names } of unseen.values()) names.delete(ts);
    },
    read(personId, conversationId) {
      const names = unseen.get(key(personId, conversationId))?.names;
      const had = (names?.size ?? 0) > 0;
      names?.clear();
      return had;
    },
    counts: () =>
      [...unseen.values()]
        .filter(({ names }) => names.size > 0)
        .map(({ personId, conversationId, names }) => ({ personId, conversationId, count: names.size })),
  };
}
