import type { PageMessage } from '../page-state.ts';
import { drawHtml } from './draw-html.ts';
import { element } from './element.ts';
import { canBeReplied, threadOf } from './threads.ts';
import { fullTime, timeOfDay } from './times.ts';

/** One message with its author, time and, when only this person sees it, the sentence that says so. */
export function messageItem(message: PageMessage): HTMLLIElement {
  const { author, ts, html, isPrivate, threadTs, isEdited } = message;
  const at = new Date(message.at);
  const body = element('div', { class: 'blocks' });
  drawHtml(body, html);
  if (isEdited) body.append(element('span', { class: 'edited' }, '(edited)'));
  return element(
    'li',
    {
      class: ['message', isPrivate ? 'private' : '', threadTs ? 'reply' : ''].join(' ').trim(),
      'data-ts': ts,
      'data-author': author.kind,
      'data-thread': threadOf(message),
    },
    ...(isPrivate ? [element('p', { class: 'only-you' }, eye(), 'Only visible to you')] : []),
    avatar(author),
    element(
      'div',
      { class: 'said' },
      element(
        'p',
        { class: 'by' },
        element('strong', {}, author.name),
        ...(author.role ? [element('span', { class: 'role' }, author.role)] : []),
        element('time', { datetime: message.at, title: fullTime(at) }, timeOfDay(at)),
      ),
      body,
      ...(canBeReplied(message) ? [replyButton()] : []),
    ),
  );
}

function replyButton(): HTMLElement {
  return element('button', { type: 'button', class: 'reply-button' }, 'Reply in thread');
}

function avatar({ kind, name }: PageMessage['author']): HTMLElement {
  if (kind === 'app') return element('img', { class: 'avatar', src: '/sandbox/page/icon.svg', alt: '' });
  return element(
    'span',
    { class: `avatar ${kind} ${name.toLowerCase()}`, 'aria-hidden': 'true' },
    name.slice(0, 1),
  );
}

function eye(): HTMLElement {
  return element('img', { src: '/sandbox/page/eye.svg', alt: '', width: '14', height: '14' });
}
