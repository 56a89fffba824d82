import { byId } from './element.ts';

/** Asks the app's own "are you sure?" where it wants it asked. */
export async function confirmed({ dataset }: HTMLElement): Promise<boolean> {
  const { confirmTitle, confirmText, confirmYes, confirmNo } = dataset;
  if (confirmTitle === undefined && confirmText === undefined) return true;
  const dialog = byId<HTMLDialogElement>('confirm');
  byId('confirm-title').textContent = confirmTitle ?? 'Are you sure?';
  byId('confirm-text').textContent = confirmText ?? '';
  byId('confirm-yes').textContent = confirmYes ?? 'Yes';
  byId('confirm-no').textContent = confirmNo ?? 'Cancel';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
