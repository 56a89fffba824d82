import type { PageMessage } from '../page-state.ts';
import { byId, element } from './element.ts';
import { messageItem } from './message-item.ts';
import { currentConversation, model } from './model.ts';
import { dayOf } from './times.ts';

/** Draws the open conversation afresh, from its newest message. */
export function drawMessages(): void {
  const conversation = currentConversation();
  const messages =
    model.state?.messages.filter(({ conversationId }) => conversationId === conversation?.id) ?? [];
  byId('messages').replaceChildren();
  for (const message of messages) append(message);
  const box = byId('conversation');
  box.scrollTop = box.scrollHeight;
}

/** Shows a new message, or a known one that has changed, in the open conversation. */
export function showMessage(message: PageMessage): void {
  const item = messageItem(message);
  const shown = itemOf(message.ts);
  if (shown) {
    const focused = document.activeElement?.getAttribute('data-action-id');
    const hadFocus = shown.contains(document.activeElement);
    shown.replaceWith(item);
    if (hadFocus)
      (focused
        ? item.querySelector<HTMLElement>(`[data-action-id="${CSS.escape(focused)}"]`)
        : null
      )?.focus();
    return;
  }
  const box = byId('conversation');
  const readsTheEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  append(message, item);
  // What follows an answer, or comes from others, does not take the page away from who reads further up.
  if (readsTheEnd || model.awaitsAnswer) bringIntoView(item);
  model.awaitsAnswer = false;
}

export function removeMessage(ts: string): void {
  const item = itemOf(ts);
  const before = item?.previousElementSibling;
  const after = item?.nextElementSibling;
  item?.remove();
  const isLastOfDay = !after || after.classList.contains('day');
  if (isLastOfDay && before?.classList.contains('day')) before.remove();
}

/** Below a line with its day, when it is the first of it. */
function append(message: PageMessage, item = messageItem(message)): void {
  const list = byId('messages');
  const [last] = [...list.querySelectorAll<HTMLElement>('time[data-day]')].slice(-1);
  const day = dayOf(new Date(message.at));
  if (last?.dataset.day !== day) list.append(dayLine(day));
  list.append(item);
}

function dayLine(day: string): HTMLLIElement {
  return element('li', { class: 'day' }, element('time', { 'data-day': day }, day));
}

/** A long answer is read from its beginning; a short one stands at the end. */
function bringIntoView(item: HTMLElement): void {
  const box = byId('conversation');
  const isLong = item.offsetHeight > box.clientHeight;
  box.scrollTop = isLong ? item.offsetTop - box.offsetTop - 8 : box.scrollHeight;
}

function itemOf(ts: string): HTMLElement | null {
  return byId('messages').querySelector(`[data-ts="${CSS.escape(ts)}"]`);
}
