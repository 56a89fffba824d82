import type { Term } from './analyse-text.ts';
import type { IndexedClaim } from './question-index.ts';

/**
 * Whether a question names the disease itself, in so many words.
 *
 * @example
 * namesImt(analyseText('cisplatin in cervical cancer and IMT', lexicon)) //=> true
 */
export function namesImt(terms: readonly Pick<Term, 'token'>[]): boolean {
  return terms.some(({ token }) => token === '@imt');
}

/**
 * Whether a claim answers for a tumour that a question names. What was found in another tumour is held for comparison
 * with IMT, so it answers only who asks about IMT too.
 *
 * @example
 * speaksOfTumour(weeklyCisplatinInCervicalCancer, '@cervical-cancer', false) //=> false
 */
export function speaksOfTumour(
  { claim, mentions }: Pick<IndexedClaim, 'claim' | 'mentions'>,
  token: string,
  besideImt: boolean,
): boolean {
  return mentions.has(token) && (besideImt || claim.tumour !== 'other');
}
