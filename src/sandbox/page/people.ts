import { byId, element } from './element.ts';
import { model, unreadBy } from './model.ts';
import { unreadMark } from './places.ts';

/** A button for each person whose eyes one can look through, with what the app has written to them meanwhile. */
export function drawPeople(onBecome: (handle: string) => void): void {
  const { people = [], me } = model.state ?? {};
  const box = byId('people');
  if (box.childElementCount !== people.length)
    box.replaceChildren(
      ...people.map(({ handle, name, role }) => {
        const button = element(
          'button',
          { type: 'button', 'data-person': handle },
          element('span', { class: `avatar person ${handle}`, 'aria-hidden': 'true' }, name.slice(0, 1)),
          element('span', { class: 'name' }, name),
          element('span', { class: 'role' }, role),
        );
        button.addEventListener('click', () => onBecome(handle));
        return button;
      }),
    );
  // In place: whoever pressed one keeps the focus on it.
  for (const button of box.querySelectorAll<HTMLButtonElement>('[data-person]')) {
    const { person = '' } = button.dataset;
    button.setAttribute('aria-pressed', String(person === me?.handle));
    button.querySelector('.count')?.remove();
    const unread = unreadBy(person);
    if (unread > 0) button.append(unreadMark(unread));
  }
}
