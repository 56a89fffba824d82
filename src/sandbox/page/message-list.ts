import type { PageMessage } from '../page-state.ts';
import { byId, element } from './element.ts';
import { messageItem } from './message-item.ts';
import { currentConversation, model } from './model.ts';
import { threadOf } from './threads.ts';
import { dayOf } from './times.ts';

/** Draws the open conversation afresh, from its newest message; every thread stands below what began it. */
export function drawMessages(): void {
  const conversation = currentConversation();
  const messages =
    model.state?.messages.filter(({ conversationId }) => conversationId === conversation?.id) ?? [];
  byId('messages').replaceChildren();
  for (const message of messages) insert(message, messageItem(message));
  markThreadEnds();
  const box = byId('conversation');
  box.scrollTop = conversation ? box.scrollHeight : 0;
}

/** Shows a new message, or a known one that has changed, in the open conversation. */
export function showMessage(message: PageMessage): void {
  const item = messageItem(message);
  const shown = itemOf(message.ts);
  if (shown) {
    const focused = document.activeElement?.getAttribute('data-action-id');
    const hadFocus = shown.contains(document.activeElement);
    shown.replaceWith(item);
    markThreadEnds();
    if (hadFocus)
      (focused
        ? item.querySelector<HTMLElement>(`[data-action-id="${CSS.escape(focused)}"]`)
        : null
      )?.focus();
    return;
  }
  insert(message, item);
  const seesTheEnd = isInView(item.previousElementSibling);
  markThreadEnds();
  // What follows an answer, or comes from others, does not take the page away from who reads further up.
  if (model.awaitsAnswer || seesTheEnd) bringIntoView(item);
  model.awaitsAnswer = false;
}

export function removeMessage(ts: string): void {
  const item = itemOf(ts);
  const before = item?.previousElementSibling;
  const after = item?.nextElementSibling;
  item?.remove();
  const isLastOfDay = !after || after.classList.contains('day');
  if (isLastOfDay && before?.classList.contains('day')) before.remove();
  markThreadEnds();
}

/** A reply behind the last of its thread; all else at the end, below a line with its day when it is the first of it. */
function insert(message: PageMessage, item: HTMLLIElement): void {
  const list = byId('messages');
  const inThread = [...list.querySelectorAll(`[data-thread="${CSS.escape(threadOf(message))}"]`)].at(-1);
  if (inThread) {
    inThread.after(item);
    return;
  }
  const [last] = [...list.querySelectorAll<HTMLElement>('time[data-day]')].slice(-1);
  const day = dayOf(new Date(message.at));
  if (last?.dataset.day !== day) list.append(dayLine(day));
  list.append(item);
}

/** The last of a thread has the button to go on with it. */
function markThreadEnds(): void {
  const items = byId('messages').querySelectorAll<HTMLElement>('[data-thread]');
  for (const item of items) {
    const next = item.nextElementSibling;
    const goesOn = next instanceof HTMLElement && next.dataset.thread === item.dataset.thread;
    item.classList.toggle('thread-end', !goesOn);
    item.classList.toggle('in-thread', item.dataset.thread === model.threadTs);
  }
}

function dayLine(day: string): HTMLLIElement {
  return element('li', { class: 'day' }, element('time', { 'data-day': day }, day));
}

/** Whether the person sees where something ends, or nearly. */
function isInView(item: Element | null): boolean {
  const box = byId('conversation').getBoundingClientRect();
  const { bottom } = item?.getBoundingClientRect() ?? box;
  return bottom > box.top - 40 && bottom < box.bottom + 40;
}

/** A long answer is read from its beginning; a short one stands at the end. */
function bringIntoView(item: HTMLElement): void {
  const box = byId('conversation');
  const isLong = item.offsetHeight > box.clientHeight;
  const isLast = item === item.parentElement?.lastElementChild;
  if (isLong) box.scrollTop = item.offsetTop - box.offsetTop - 8;
  else if (isLast) box.scrollTop = box.scrollHeight;
  else item.scrollIntoView({ block: 'nearest' });
}

function itemOf(ts: string): HTMLElement | null {
  return byId('messages').querySelector(`[data-ts="${CSS.escape(ts)}"]`);
}
