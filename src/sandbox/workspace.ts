import { conversationFor, type Directory, type Person } from './directory.ts';
import { createMessageLog, isVisible, type Message, type MessageLog } from './message-log.ts';
import { createUploadedPictures, type UploadedPictures } from './uploaded-pictures.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

/** All that can be seen in the sandbox, and who sees it. */
export interface Workspace {
  directory: Directory;
  messages: MessageLog;
  pictures: UploadedPictures;
  views: ViewStore;
  visibleMessages(person: Person): Message[];
  canSee(person: Person, message: Message): boolean;
  /** Calls back on every change until the returned function is called. */
  watch(onChange: (change: Change) => void): () => void;
}

export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'message-gone'; message: Message }
  | { kind: 'dialogs' | 'home'; personId: string };

export function createWorkspace(
  directory: Directory,
  { now, newId }: { now(): Date; newId(): string },
): Workspace {
  const watchers = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const watcher of watchers) watcher(change);
  };
  const messages = createMessageLog(now, (message, change) =>
    tell({ kind: change === 'gone' ? 'message-gone' : 'message', message }),
  );
  const views = createViewStore(newId, (personId, type) =>
    tell({ kind: type === 'home' ? 'home' : 'dialogs', personId }),
  );
  const canSee = (person: Person, message: Message) =>
    isVisible(message, person, (id) => conversationFor(directory, person, id) !== undefined);
  return {
    directory,
    messages,
    pictures: createUploadedPictures(newId),
    views,
    canSee,
    visibleMessages: (person) => messages.all().filter((message) => canSee(person, message)),
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
