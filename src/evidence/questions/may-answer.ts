import type { Term } from './analyse-text.ts';
import type { IndexedClaim } from './question-index.ts';
import { namesImt } from './speaks-of-tumour.ts';
import { speaksOfYear } from './speaks-of-year.ts';

const askedForOne =
  /\b(the|this|that|their) (published |reported |index |present )?(patient|pt|case|man|guy|gentleman)\b|\b(he|his|him)\b/i;
/** How statements call the patient whose case the base holds whole. */
const saidOfOne = /\b(published|their) patient/i;

/**
 * Whether a claim may be given as the answer, however near it comes. One found in another tumour does not answer who
 * asks about IMT by name, unless it speaks of IMT or the other tumour is named too. One about other patients does not
 * answer who asks about "the patient" or "the case" and names no other publication: that is the one published patient
 * whose case the base holds whole.
 * Who asks of survival at one year is not answered by what was seen at another.
 *
 * @example
 * mayAnswer('lorlatinib in IMT', terms, lorlatinibInAnotherSarcoma) //=> false
 */
export function mayAnswer(
  text: string,
  terms: readonly Term[],
  { claim, mentions }: Pick<IndexedClaim, 'claim' | 'mentions'>,
  sourceNames: ReadonlySet<string> = new Set(),
): boolean {
  const otherNamed = terms.some(({ kind }) => kind === 'tumour' || kind === 'other-disease');
  if (namesImt(terms) && !otherNamed && claim.tumour === 'other' && !mentions.has('@imt')) return false;
  if (!speaksOfYear(text, claim.statement)) return false;
  const ofAnother = terms.some(({ kind, token }) => kind === 'word' && sourceNames.has(token));
  const asksForOne =
    !ofAnother && askedForOne.test(text) && terms.some(({ token }) => token === '@published-patient');
  return !asksForOne || saidOfOne.test(claim.statement);
}
