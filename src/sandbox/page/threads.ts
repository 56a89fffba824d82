import type { PageMessage } from '../page-state.ts';
import { byId } from './element.ts';
import { chosenPerson, currentConversation, model } from './model.ts';

/** From now on what is typed goes into a thread, or with null into the conversation itself. */
export function openThread(threadTs: string | null): void {
  model.threadTs = threadTs;
  if (threadTs) sessionStorage.setItem(key(), threadTs);
  else sessionStorage.removeItem(key());
}

/** The thread that this person had open here; null when there is none, or it is gone. */
export function rememberThread(): void {
  const kept = sessionStorage.getItem(key());
  const root = model.state?.messages.find(({ ts }) => ts === kept);
  model.threadTs = root && root.conversationId === currentConversation()?.id ? kept : null;
}

/** Says above the box which thread is written in, and marks the thread. */
export function drawThread(): void {
  const root = model.state?.messages.find(({ ts }) => ts === model.threadTs);
  byId('thread').hidden = !root;
  byId('thread-root').textContent = root ? openingOf(root) : '';
  for (const item of byId('messages').querySelectorAll<HTMLElement>('[data-thread]'))
    item.classList.toggle('in-thread', item.dataset.thread === model.threadTs);
}

/** The message that begins the thread in which this one stands, or which it would begin. */
export function threadOf({ threadTs, ts }: PageMessage): string {
  return threadTs ?? ts;
}

/** Everybody sees what begins a thread, so what one person was told alone begins none. */
export function canBeReplied({ isPrivate, threadTs, author }: PageMessage): boolean {
  return threadTs !== null || (!isPrivate && author.kind !== 'sandbox');
}

function openingOf({ text }: PageMessage): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()} …` : line;
}

function key(): string {
  return ['thread', chosenPerson(), model.place].join(' ');
}
