/**
 * The calendar date (UTC) of an instant in epoch milliseconds.
 *
 * @example
 * dayOf(1_795_424_400_000) //=> '2026-11-23'
 */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
