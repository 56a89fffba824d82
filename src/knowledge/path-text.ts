/** `['claims', 3, 'figures', 0, 'unit']` as `claims[3].figures[0].unit`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./, '') || '(whole file)';
}
