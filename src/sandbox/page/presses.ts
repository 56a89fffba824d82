import type { PagePlace } from '../page-state.ts';
import { ask } from './ask.ts';
import { confirmed } from './confirm.ts';
import { entriesIn, entryOf } from './entries.ts';
import { chosenPerson } from './model.ts';
import { failureSentence, showNotice } from './notice.ts';

/** Reports what is pressed and picked inside a box; `placeOf` says in which message or view it stood. */
export function reportPresses(
  box: HTMLElement,
  placeOf: (pressed: Element) => { place: PagePlace; container: Element } | undefined,
): void {
  box.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>(
      'button[data-action-id], a[data-action-id]',
    );
    if (pressed) void report(pressed, [pressed.dataset.value ?? '']);
  });
  box.addEventListener('change', (event) => {
    const named = (event.target as Element).closest<HTMLElement>('[data-action-id]');
    // An input of a dialog is reported with the whole dialog, unless the app wants to know at once.
    if (named?.dataset.dispatchAction !== undefined) void report(named, undefined);
  });

  async function report(named: HTMLElement, pressedValues: string[] | undefined): Promise<void> {
    const where = placeOf(named);
    if (!where || !(await confirmed(named))) return;
    const entries = entriesIn(where.container);
    const pressed = entryOf(named);
    const entered = entries.find(
      ({ blockId, actionId }) => blockId === pressed.blockId && actionId === pressed.actionId,
    );
    pressed.values = pressedValues ?? entered?.values ?? [];
    named.setAttribute('aria-busy', 'true');
    const { failure } = await ask('presses', { as: chosenPerson(), place: where.place, pressed, entries });
    named.removeAttribute('aria-busy');
    if (failure) showNotice(failureSentence(failure));
  }
}
