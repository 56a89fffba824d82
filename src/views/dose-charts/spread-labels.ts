/**
 * Tops of labels so that none covers another, each as near as may be to the height it belongs to.
 * All in points from the top; `room` must hold them.
 *
 * @example
 * spreadLabels([{ middle: 10, height: 20 }, { middle: 12, height: 20 }], 100); // [0, 20]
 */
export function spreadLabels(labels: readonly { middle: number; height: number }[], room: number): number[] {
  const order = labels.map((_, at) => at).sort((a, b) => (labels[a]?.middle ?? 0) - (labels[b]?.middle ?? 0));
  const tops = labels.map(({ middle, height }) => middle - height / 2);
  let free = 0;
  for (const at of order) {
    tops[at] = Math.max(tops[at] ?? 0, free);
    free = (tops[at] ?? 0) + (labels[at]?.height ?? 0);
  }
  let limit = room;
  for (const at of order.toReversed()) {
    tops[at] = Math.min(tops[at] ?? 0, limit - (labels[at]?.height ?? 0));
    limit = tops[at] ?? 0;
  }
  return tops;
}
