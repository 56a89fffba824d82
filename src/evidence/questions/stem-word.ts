const kept = /[aeiouy][^aeiouy]/;
/** A word that ends otherwise has nothing to lose. */
const lastOfEndings: ReadonlySet<string> = new Set(['s', 'g', 'd', 'y', 'e']);

/**
 * A word without its plural and tense, so that forms of one word meet. It is not always a word itself.
 *
 * @example
 * stemWord('irradiated') //=> 'irradiat'
 * stemWord('biopsies') //=> 'biopsi'
 */
export function stemWord(word: string): string {
  if (word.length < 4 || !lastOfEndings.has(word.slice(-1)) || /\d/.test(word)) return word;
  return withoutLetterY(withoutTense(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|sh|ch|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutTense(word: string): string {
  const root = word.replace(/(ing|ed|ly|e)$/, '');
  if (root === word || root.length < 3 || !kept.test(root)) return word;
  // "stopped" becomes "stop"; "falling" and "passing" keep their pair.
  return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

function withoutLetterY(word: string): string {
  return word.replace(/(?<=[^aeiou])y$/, 'i');
}
