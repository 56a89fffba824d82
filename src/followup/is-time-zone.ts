/**
 * Whether the runtime knows a time zone by this name.
 *
 * @example
 * isTimeZone('Mars/Olympus') //=> false
 */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
