import type { PageExchange } from '../page-state.ts';
import { ask } from './ask.ts';
import { element } from './element.ts';
import { chosenPerson } from './model.ts';
import { failureSentence } from './notice.ts';

/** Fetches what an exchange held and shows both halves, each with a button that copies it. */
export async function exchangeContent(id: number, to: PageExchange['to'], box: HTMLElement): Promise<void> {
  const { exchange, failure } = await ask('exchanges', { as: chosenPerson(), id });
  if (!exchange) {
    box.textContent = failureSentence(failure ?? '');
    return;
  }
  const [asked, said] =
    to === 'slack' ? ['The app sent', 'Slack answered'] : ['Slack sent', 'The app answered'];
  box.replaceChildren(jsonBox(asked, exchange.sent), jsonBox(said, exchange.answered));
}

function jsonBox(title: string, json: string): HTMLElement {
  const copy = element('button', { type: 'button', 'aria-label': `Copy: ${title}` }, 'Copy');
  const copied = element('span', { role: 'status' });
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(json);
    copied.textContent = 'Copied';
  });
  return element(
    'section',
    { 'aria-label': title },
    element('p', { class: 'json-head' }, title, copied, copy),
    // It scrolls, so the keyboard must reach it.
    element('pre', { tabindex: '0' }, json || '(nothing)'),
  );
}
