import type { Term } from './analyse-text.ts';
import type { IndexedClaim } from './question-index.ts';

/**
 * Whether a question names the disease itself, or a kind of it, in so many words.
 *
 * @example
 * namesImt(analyseText('cisplatin in cervical cancer and IMT', lexicon)) //=> true
 */
export function namesImt(terms: readonly Pick<Term, 'token' | 'word'>[]): boolean {
  return terms.some(({ token, word }) => token === '@imt' || word?.broader.includes('imt'));
}

/**
 * Whether a claim answers for a tumour that a question names. What a claim on IMT says of another tumour, and what was
 * found in another one and is held for comparison, answers only who asks about IMT too; sarcoma is the board's field,
 * whichever it was found in.
 *
 * @example
 * speaksOfTumour(weeklyCisplatinInCervicalCancer, '@cervical-cancer', false) //=> false
 */
export function speaksOfTumour(
  { claim, mentions }: Pick<IndexedClaim, 'claim' | 'mentions'>,
  token: string,
  besideImt: boolean,
): boolean {
  const ofSarcoma = claim.tumour === 'sts' || claim.tumour === 'eims' || token === '@soft-tissue-sarcoma';
  return mentions.has(token) && (besideImt || ofSarcoma);
}
