import type { PageExchange } from '../page-state.ts';
import { byId, element } from './element.ts';
import { exchangeContent } from './exchange-content.ts';
import { fullTime, timeOfDay } from './times.ts';

const mostShown = 300;

/** What was shown before the person pressed "Clear". */
let clearedUpTo = 0;

/** Draws all that went between the app and Slack afresh, the latest first. */
export function drawExchanges(exchanges: readonly PageExchange[]): void {
  byId('sent-list').replaceChildren(
    ...exchanges
      .filter(({ id }) => id > clearedUpTo)
      .map(exchangeItem)
      .reverse(),
  );
  drawCount();
}

export function showExchange(exchange: PageExchange): void {
  const list = byId('sent-list');
  list.prepend(exchangeItem(exchange));
  while (list.childElementCount > mostShown) list.lastElementChild?.remove();
  drawCount();
}

/** Opens and closes the drawer; a reload does not change it. */
export function listenToExchanges(): void {
  const toggle = byId('sent-toggle');
  const show = (isShown: boolean) => {
    byId('sent').hidden = !isShown;
    document.body.classList.toggle('shows-sent', isShown);
    toggle.setAttribute('aria-expanded', String(isShown));
    sessionStorage.setItem('shows sent', String(isShown));
  };
  const close = () => {
    show(false);
    toggle.focus();
  };
  show(sessionStorage.getItem('shows sent') === 'true');
  toggle.addEventListener('click', () => {
    show(byId('sent').hidden === true);
    if (!byId('sent').hidden) byId('sent-title').focus();
  });
  byId('sent-close').addEventListener('click', close);
  byId('sent').addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  byId<HTMLSelectElement>('sent-filter').addEventListener('change', ({ target }) => {
    byId('sent-list').dataset.only = (target as HTMLSelectElement).value;
    drawCount();
  });
  byId('sent-clear').addEventListener('click', () => {
    const latest = byId('sent-list').querySelector<HTMLElement>('[data-exchange]');
    clearedUpTo = Number(latest?.dataset.exchange ?? clearedUpTo);
    byId('sent-list').replaceChildren();
    drawCount();
  });
}

function exchangeItem({ id, at, to, name, outcome }: PageExchange): HTMLLIElement {
  const time = new Date(at);
  const content = element('div', { class: 'exchange-content' });
  const details = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { class: 'way', 'aria-hidden': 'true' }, to === 'slack' ? '→' : '←'),
      element('span', { class: 'out-of-sight' }, to === 'slack' ? 'To Slack: ' : 'To the app: '),
      element('code', {}, name),
      element('span', { class: outcome === 'ok' ? 'outcome' : 'outcome failed' }, outcome),
      element('time', { datetime: at, title: fullTime(time) }, timeOfDay(time)),
    ),
    content,
  );
  details.addEventListener('toggle', () => {
    if (details.open && content.childElementCount === 0) void exchangeContent(id, to, content);
  });
  return element('li', { 'data-exchange': String(id), 'data-to': to }, details);
}

function drawCount(): void {
  const { only = 'all' } = byId('sent-list').dataset;
  const shown = byId('sent-list').querySelectorAll(only === 'all' ? 'li' : `li[data-to="${only}"]`).length;
  byId('sent-count').textContent = shown === 0 ? 'Nothing yet.' : `${shown} shown, the latest first.`;
}
