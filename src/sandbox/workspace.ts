import { conversationFor, type Directory, type Person } from './directory.ts';
import { createMessageLog, isVisible, type Message, type MessageLog } from './message-log.ts';
import { createUnread, type UnreadCount } from './unread.ts';
import { createUploadedFiles, type UploadedFiles } from './uploaded-files.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

/** All that can be seen in the sandbox, and who sees it. */
export interface Workspace {
  directory: Directory;
  messages: MessageLog;
  files: UploadedFiles;
  views: ViewStore;
  visibleMessages(person: Person): Message[];
  canSee(person: Person, message: Message): boolean;
  unread(): UnreadCount[];
  /** A person has looked at a conversation. */
  read(person: Person, conversationId: string): void;
  /** Calls back on every change until the returned function is called. */
  watch(onChange: (change: Change) => void): () => void;
  /** Tells those who watch that the clock was moved. */
  tellClockMoved(): void;
}

export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'message-gone'; message: Message }
  | { kind: 'dialogs' | 'home'; personId: string }
  | { kind: 'unread' }
  | { kind: 'clock' };

export function createWorkspace(
  directory: Directory,
  { now, newId }: { now(): Date; newId(): string },
): Workspace {
  const watchers = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const watcher of watchers) watcher(change);
  };
  const unread = createUnread();
  const canSee = (person: Person, message: Message) =>
    isVisible(message, person, (id) => conversationFor(directory, person, id) !== undefined);
  const messages = createMessageLog(now, (message, change) => {
    tell({ kind: change === 'gone' ? 'message-gone' : 'message', message });
    if (change === 'gone') unread.forget(message);
    else if (!message.edited) unread.add(message, addressees(message));
    tell({ kind: 'unread' });
  });
  const views = createViewStore(newId, (personId, type) =>
    tell({ kind: type === 'home' ? 'home' : 'dialogs', personId }),
  );
  /** Whoever did not write it themselves, and was not just answered in private. */
  const addressees = (message: Message) => {
    const { author, visibleTo } = message;
    if (visibleTo !== null) return [];
    const others = directory.people.filter((one) => author.kind !== 'person' || author.userId !== one.id);
    return others.filter((person) => canSee(person, message)).map(({ id }) => id);
  };
  return {
    directory,
    messages,
    files: createUploadedFiles(newId),
    views,
    canSee,
    visibleMessages: (person) => messages.all().filter((message) => canSee(person, message)),
    unread: unread.counts,
    read(person, conversationId) {
      if (unread.read(person.id, conversationId)) tell({ kind: 'unread' });
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    tellClockMoved: () => tell({ kind: 'clock' }),
  };
}
