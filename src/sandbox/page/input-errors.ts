/** Says under each input what is wrong with it, and goes to the first. */
export function drawErrors(body: HTMLElement, errors: Readonly<Record<string, string>>): void {
  for (const note of body.querySelectorAll<HTMLElement>('[data-error-for]')) {
    const sentence = errors[note.dataset.errorFor ?? ''];
    note.textContent = sentence ?? '';
    note.hidden = sentence === undefined;
    for (const field of fieldsBeside(note)) {
      if (sentence === undefined) field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
    }
  }
  body.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}

/** What is being mended is not called wrong any more. */
export function clearErrorOf(field: Element): void {
  const block = field.closest('[data-input-block]');
  const note = block?.querySelector<HTMLElement>('[data-error-for]');
  if (!note || note.hidden) return;
  note.hidden = true;
  note.textContent = '';
  for (const one of fieldsBeside(note)) one.removeAttribute('aria-invalid');
}

function fieldsBeside(note: HTMLElement): NodeListOf<HTMLElement> {
  return (note.closest('[data-input-block]') ?? note).querySelectorAll('input, select, textarea');
}
