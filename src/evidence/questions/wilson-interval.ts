/**
 * The 95% interval of a share (Wilson 1927), as [low, high]; [0, 1] when nothing was counted.
 *
 * @example
 * wilsonInterval(9, 10) //=> [0.595…, 0.982…]
 */
export function wilsonInterval(successes: number, of: number): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = successes / of;
  const scale = 1 + z ** 2 / of;
  const centre = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
