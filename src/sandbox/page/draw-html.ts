/**
 * Puts what the server drew into a box. Colours of charts come as `data-style` and are set here, because the
 * page's policy refuses style attributes.
 */
export function drawHtml(box: HTMLElement, html: string): void {
  // The server drew and escaped it; what people wrote stands in it as text.
  box.innerHTML = html;
  for (const styled of box.querySelectorAll<HTMLElement>('[data-style]'))
    styled.style.cssText = styled.dataset.style ?? '';
}
