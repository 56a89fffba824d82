const visibleKeys = new Set([
  'text',
  'title',
  'subtitle',
  'caption',
  'label',
  'name',
  'alt_text',
  'fallback',
  'initial_value',
  'x_label',
  'y_label',
  'categories',
]);

/** Every string that a person reads, in its order, from blocks of any shape. */
export function visibleText(value: unknown): string[] {
  const found: string[] = [];
  // A stack of our own: what nests too deep for the call stack must not throw here.
  const waiting: { value: unknown; visible: boolean }[] = [{ value, visible: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: one, visible } = next;
    if (typeof one === 'string' && visible) found.push(one);
    if (one === null || typeof one !== 'object') continue;
    const children = Array.isArray(one)
      ? one.map((child) => ({ value: child, visible }))
      : Object.entries(one).map(([key, child]) => ({ value: child, visible: visibleKeys.has(key) }));
    waiting.push(...children.reverse());
  }
  return found;
}
