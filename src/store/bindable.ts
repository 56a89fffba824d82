/**
 * The only values that reach a database. What is refused would be stored as something else without a word:
 * node:sqlite binds a leading `Date` as NULL and NaN as NULL, pg writes `undefined` as NULL and an object as
 * its JSON; PostgreSQL alone refuses a NUL character inside text.
 */
export function bindable(value: unknown): string | number | bigint | null | Uint8Array {
  if (value === null || typeof value === 'bigint' || value instanceof Uint8Array) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && !value.includes('\0')) return value;
  // The value itself may be about a patient; its type is enough to find the mistake.
  throw new TypeError(
    `A store takes text without NUL, finite numbers, bigint, null and bytes, not ${kind(value)}.`,
  );
}

function kind(value: unknown): string {
  if (value instanceof Date) return 'a Date (write epoch milliseconds)';
  if (typeof value === 'string') return 'text with a NUL character';
  return typeof value === 'number' ? String(value) : typeof value;
}
