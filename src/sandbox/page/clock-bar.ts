import type { PageAnswer, PageClock, PageRequests } from '../page-state.ts';
import { ask } from './ask.ts';
import { byId } from './element.ts';
import { chosenPerson, model } from './model.ts';
import { failureSentence } from './notice.ts';
import { dayOf, timeOfDay } from './times.ts';

let aheadMs = 0;
let isMoving = false;

/** The app's clock as the server tells it; it runs on from there. */
export function setClock(clock: PageClock): void {
  aheadMs = Date.parse(clock.at) - Date.now();
  if (model.state) model.state.clock = clock;
  drawClock();
}

export function listenToClock(): void {
  for (const button of buttons())
    button.addEventListener('click', () => void move(button.dataset.move as PageRequests['clock']['move']));
  setInterval(drawClock, 1_000);
}

function drawClock(): void {
  const { clock } = model.state ?? {};
  if (!clock) return;
  const at = new Date(Date.now() + aheadMs);
  const time = byId<HTMLTimeElement>('clock-time');
  const shown = `${dayOf(at)}, ${timeOfDay(at)}`;
  if (time.textContent === shown) return;
  time.textContent = shown;
  time.dateTime = at.toISOString();
  byId('clock-zone').textContent = clock.timeZone;
}

/** While it moves the buttons keep the focus and do nothing more. */
async function move(by: PageRequests['clock']['move']): Promise<void> {
  if (isMoving) return;
  mark(true);
  byId('clock-news').textContent = '';
  const answer = await ask('clock', { as: chosenPerson(), move: by });
  mark(false);
  byId('clock-news').textContent = newsOf(answer, by);
}

function mark(moving: boolean): void {
  isMoving = moving;
  for (const button of buttons()) button.setAttribute('aria-disabled', String(moving));
}

function buttons(): NodeListOf<HTMLButtonElement> {
  return byId('clock').querySelectorAll('button[data-move]');
}

function newsOf({ failure, arrived = [] }: PageAnswer, by: PageRequests['clock']['move']): string {
  if (failure) return failureSentence(failure);
  const { people = [], conversations = [] } = model.state ?? {};
  const channel = conversations.find(({ kind }) => kind === 'channel')?.name ?? '';
  const whom = arrived.map(({ handle, count }) => {
    const place = handle === null ? `#${channel}` : (people.find((one) => one.handle === handle)?.name ?? '');
    return count === 1 ? place : `${place} (${count})`;
  });
  if (whom.length > 0) return `Written to: ${whom.join(', ')}.`;
  return by === 'next' ? 'No reminder waits: nothing is open.' : 'No message in this time.';
}
