import { byId, element } from './element.ts';
import { model, type Place, unreadIn } from './model.ts';

const labels: Record<Place, { name: string; title: string; about: string; sign: string }> = {
  channel: { name: '', title: '', about: 'A channel of the whole board', sign: '#' },
  direct: {
    name: 'IMT Board',
    title: 'IMT Board',
    about: 'Direct messages between you and the app',
    sign: '@',
  },
  home: { name: 'App Home', title: 'IMT Board', about: 'App Home: what the app shows you alone', sign: '⌂' },
};

/** Draws the list of places (on a phone: tabs) and the head of the one that is open. */
export function drawPlaces(onOpen: (place: Place) => void): void {
  const channel = model.state?.conversations.find(({ kind }) => kind === 'channel')?.name ?? '';
  const nameOf = (place: Place) => labels[place].name || channel;
  byId('places').replaceChildren(
    ...(['channel', 'direct', 'home'] as const).map((place) => {
      // What is open is being read.
      const unread = place === model.place ? 0 : unreadIn(place);
      const button = element(
        'button',
        { type: 'button', class: unread > 0 ? 'unread' : '' },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, labels[place].sign),
        element('span', { class: 'label' }, nameOf(place)),
        ...(unread > 0 ? [unreadMark(unread)] : []),
      );
      if (place === model.place) button.setAttribute('aria-current', 'page');
      button.addEventListener('click', () => onOpen(place));
      return button;
    }),
  );
  const { title, about, sign } = labels[model.place];
  byId('place-title').textContent = title || `${sign}${channel}`;
  byId('place-about').textContent = about;
}

/** A number, with its meaning for those who hear it. */
export function unreadMark(count: number): HTMLElement {
  return element(
    'span',
    { class: 'count' },
    String(count),
    element('span', { class: 'out-of-sight' }, ' new'),
  );
}
