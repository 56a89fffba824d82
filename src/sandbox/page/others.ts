import { byId, element } from './element.ts';
import { model, unreadOfOthers } from './model.ts';
import { unreadMark } from './places.ts';

/** Whom else the app has written to: a button each, to read it as that person. */
export function drawOthers(onBecome: (handle: string) => void): void {
  const { people = [] } = model.state ?? {};
  const unread = unreadOfOthers();
  byId('others').hidden = unread.length === 0;
  byId('others').replaceChildren(
    ...unread.flatMap(({ handle, count }) => {
      const person = people.find((one) => one.handle === handle);
      if (!person) return [];
      const button = element('button', { type: 'button' }, `Read as ${person.name}`, unreadMark(count));
      button.addEventListener('click', () => onBecome(handle));
      return [button];
    }),
  );
}
