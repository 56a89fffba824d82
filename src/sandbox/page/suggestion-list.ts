import { byId, element } from './element.ts';
import type { Suggestion } from './suggestions.ts';

export interface SuggestionList {
  show(suggestions: readonly Suggestion[], chosen: number): void;
  hide(): void;
  isOpen(): boolean;
  /** Moves the choice round the list. */
  move(step: 1 | -1): void;
  chosen(): Suggestion | undefined;
}

/** The list above the composer, as a listbox that the text box steers. */
export function createSuggestionList(
  textBox: HTMLTextAreaElement,
  onTake: (suggestion: Suggestion) => void,
): SuggestionList {
  const list = byId('suggestions');
  let shown: readonly Suggestion[] = [];
  let index = -1;
  const draw = () => {
    list.hidden = shown.length === 0;
    textBox.setAttribute('aria-expanded', String(!list.hidden));
    textBox.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...shown.map((suggestion, position) => {
        const option = element(
          'div',
          { role: 'option', id: `suggestion-${position}`, 'aria-selected': String(position === index) },
          element('code', {}, suggestion.label),
          element('span', {}, suggestion.does),
        );
        // Before the text box loses the focus, which would hide the list.
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          onTake(suggestion);
        });
        return option;
      }),
    );
    const chosen = list.children[index];
    if (chosen) textBox.setAttribute('aria-activedescendant', chosen.id);
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  return {
    show(suggestions, chosen) {
      shown = suggestions;
      index = chosen;
      draw();
    },
    hide() {
      shown = [];
      index = -1;
      draw();
    },
    isOpen: () => !list.hidden,
    move(step) {
      index = index === -1 && step === -1 ? shown.length - 1 : (index + step + shown.length) % shown.length;
      draw();
    },
    chosen: () => shown[index],
  };
}
