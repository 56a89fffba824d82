/**
 * A text with a plain hyphen in place of each kind that a text processor makes of it: non-breaking, dashes, minus.
 *
 * @example
 * plainHyphens('2027–02–23') //=> '2027-02-23'
 */
export function plainHyphens(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, '-');
}
