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

function fieldsBeside(note: HTMLElement): NodeListOf<HTMLElement> {
  return (note.closest('[data-input-block]') ?? note).querySelectorAll('input, select, textarea');
}
