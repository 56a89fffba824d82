import type { PageDialog } from '../page-state.ts';
import { ask } from './ask.ts';
import { drawHtml } from './draw-html.ts';
import { byId } from './element.ts';
import { entriesIn, restoreEntries } from './entries.ts';
import { clearErrorOf, drawErrors } from './input-errors.ts';
import { chosenPerson } from './model.ts';
import { failureSentence } from './notice.ts';

let shown: PageDialog | undefined;
let openedFrom: Element | null = null;

/** Shows the topmost of the person's dialogs, or none; what was entered survives an update. */
export function drawDialogs(dialogs: readonly PageDialog[]): void {
  const box = byId<HTMLDialogElement>('dialog');
  const body = byId('dialog-body');
  const top = dialogs.at(-1);
  const before = shown;
  shown = top;
  if (!top) {
    if (box.open) box.close();
    if (openedFrom instanceof HTMLElement) openedFrom.focus();
    openedFrom = null;
    return;
  }
  if (top.id === before?.id && top.hash === before.hash && box.open) return;
  const entered = top.id === before?.id ? entriesIn(body) : [];
  byId('dialog-title').textContent = top.title;
  drawHtml(body, top.html);
  restoreEntries(body, entered);
  drawFailure('');
  const submit = byId('dialog-submit');
  submit.hidden = top.submit === null;
  submit.textContent = top.submit ?? '';
  byId('dialog-close').textContent = dialogs.length > 1 ? 'Back' : top.close;
  if (!box.open) {
    openedFrom = document.activeElement;
    box.showModal();
  }
  if (top.id === before?.id) return;
  body.scrollTop = 0;
  const first =
    body.querySelector<HTMLElement>('[data-focus-on-load]') ??
    body.querySelector<HTMLElement>('input, select, textarea') ??
    body;
  first.focus();
}

export function listenToDialog(): void {
  const close = (all: boolean) => void ask('closings', { as: chosenPerson(), all });
  byId('dialog').addEventListener('cancel', (event) => {
    // The server decides what is on top now.
    event.preventDefault();
    close(false);
  });
  byId('dialog-close').addEventListener('click', () => close(false));
  byId('dialog-dismiss').addEventListener('click', () => close(true));
  byId('dialog-body').addEventListener('input', ({ target }) => clearErrorOf(target as Element));
  byId('dialog-form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (shown?.submit) void submit();
  });
}

export function shownDialogId(): string | undefined {
  return shown?.id;
}

async function submit(): Promise<void> {
  const button = byId<HTMLButtonElement>('dialog-submit');
  button.disabled = true;
  const body = byId('dialog-body');
  const { errors, failure } = await ask('submissions', { as: chosenPerson(), entries: entriesIn(body) });
  button.disabled = false;
  drawErrors(body, errors ?? {});
  drawFailure(failure ? failureSentence(failure) : '');
}

function drawFailure(sentence: string): void {
  byId('dialog-failure').textContent = sentence;
}
