/**
 * The digits of a value, without what stands between them.
 *
 * @example
 * digitsOf('485 777-3457') //=> '4857773457'
 */
export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}
