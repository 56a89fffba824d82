import type { Term } from './analyse-text.ts';
import { drugsAskedDoseOf } from './drugs-asked-dose-of.ts';
import type { IndexedClaim } from './question-index.ts';

/** What every treatment is a kind of says nothing of which one. */
export const anyTreatment: ReadonlySet<string> = new Set([
  'treatment',
  'systemic-therapy',
  'technique',
  'extent',
]);
const young = ['@children', '@infants', '@newborns'];
const grown = ['@adults', '@elderly'];

/**
 * Whether a claim speaks of what a question, or one part of it, asks: of one of its treatments or of the class of one;
 * where the dose of a drug is asked for, of an amount of that drug; and of children or adults, whichever are named.
 * Operations count only where nothing else is named, since all else comes before or after one.
 *
 * @example
 * speaksOfTreatment(radiationPneumonitis, analyseText('pneumonitis on crizotinib', lexicon)) //=> false
 */
export function speaksOfTreatment(
  { claim, tokens, mentions }: Pick<IndexedClaim, 'claim' | 'tokens' | 'mentions'>,
  terms: readonly Term[],
): boolean {
  const drugs = drugsAskedDoseOf(terms);
  const isHeldDrug = ({ token }: Term) => mentions.has(token);
  if (drugs.length > 0 && !(mentions.has('@drug-dose') && drugs.some(isHeldDrug))) return false;
  if (claim.basis === 'observed' && isOfOtherAge(terms, mentions)) return false;
  const treatments = terms.filter(isTreatment);
  return treatments.length === 0 || treatments.some((term) => isHeld(term, tokens));
}

function isTreatment({ kind, token, word }: Term): boolean {
  const isOperation = token === '@surgery' || word?.broader.includes('surgery');
  return kind === 'drug' || (kind === 'modality' && !isOperation);
}

function isHeld({ token, word }: Term, tokens: ReadonlySet<string>): boolean {
  const classes = word?.broader.filter((id) => !anyTreatment.has(id)) ?? [];
  return tokens.has(token) || classes.some((id) => tokens.has(`@${id}`));
}

function isOfOtherAge(terms: readonly Term[], mentions: ReadonlySet<string>): boolean {
  const asksOf = (group: readonly string[]) => terms.some(({ token }) => group.includes(token));
  const speaksOf = (group: readonly string[]) => group.some((token) => mentions.has(token));
  if (asksOf(young) === asksOf(grown) || speaksOf(young) === speaksOf(grown)) return false;
  return asksOf(young) !== speaksOf(young);
}
