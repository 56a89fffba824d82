/**
 * The value below which a share of the measurements lies (nearest rank).
 * @example percentile([3, 1, 2], 0.5) // 2
 */
export function percentile(measurements: readonly number[], share: number): number {
  const sorted = measurements.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
