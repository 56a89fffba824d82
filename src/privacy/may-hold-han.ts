/** Far faster to look for than the letters of China themselves, all of which lie there. */
const fromHanOn = /[\u2E80-\uFFFF]/;

/**
 * Whether a text may hold letters of China; where it says no, there is none.
 *
 * @example
 * mayHoldHan('54 Gy/27F') //=> false
 */
export function mayHoldHan(text: string): boolean {
  return fromHanOn.test(text);
}
