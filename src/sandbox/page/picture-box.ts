import { byId } from './element.ts';

/** Opens a picture large on this page. In a tab of its own the browser's viewer breaks the page's policy. */
export function enlargePictures(): void {
  const box = byId<HTMLDialogElement>('picture');
  document.addEventListener('click', (event) => {
    const image = (event.target as Element).closest('.bk-enlarge')?.querySelector('img');
    // With a key held down the person wants the browser's own way.
    if (!image || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const title = image.closest('figure')?.querySelector('figcaption')?.textContent;
    byId('picture-title').textContent = title || 'Picture';
    const large = byId<HTMLImageElement>('picture-large');
    large.src = image.src;
    large.alt = image.alt;
    box.showModal();
  });
  byId('picture-close').addEventListener('click', () => box.close());
}
