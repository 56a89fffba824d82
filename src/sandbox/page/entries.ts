import type { PageEntry } from '../page-state.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What stands in every element of a message or dialog, one entry an element. */
export function entriesIn(container: Element): PageEntry[] {
  const entries = new Map<string, PageEntry>();
  for (const field of container.querySelectorAll<Field>('input, select, textarea')) {
    const named = field.closest<HTMLElement>('[data-action-id]');
    if (!named) continue;
    const entry = entryOf(named);
    const key = JSON.stringify([entry.blockId, entry.actionId]);
    const known = entries.get(key) ?? entry;
    known.values.push(...valuesOf(field));
    entries.set(key, known);
  }
  return [...entries.values()];
}

/** The element that something inside it was pressed or changed in, with nothing entered yet. */
export function entryOf(named: HTMLElement): PageEntry {
  const block = named.closest<HTMLElement>('[data-block-id]');
  return { blockId: block?.dataset.blockId ?? '', actionId: named.dataset.actionId ?? '', values: [] };
}

function valuesOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement)
    return [...field.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
    return field.checked ? [field.value] : [];
  if (field instanceof HTMLInputElement && field.type === 'datetime-local')
    return field.value ? [String(Math.floor(new Date(field.value).getTime() / 1000))] : [];
  return field.value ? [field.value] : [];
}

/** Puts back what was entered, after the app has redrawn what it stood in. */
export function restoreEntries(container: Element, entries: readonly PageEntry[]): void {
  for (const field of container.querySelectorAll<Field>('input, select, textarea')) {
    const named = field.closest<HTMLElement>('[data-action-id]');
    const own = named && entryOf(named);
    const entry = entries.find(
      ({ blockId, actionId }) => blockId === own?.blockId && actionId === own.actionId,
    );
    if (!entry) continue;
    if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.selected = entry.values.includes(option.value);
    else if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = entry.values.includes(field.value);
    else if (field.type !== 'datetime-local') field.value = entry.values[0] ?? '';
  }
}
