import type { FeatureName } from '../../../knowledge/question-schema.ts';
import type { Term } from './analyse-text.ts';
import { isNamed } from './is-named.ts';
import type { QuestionFocus } from './question-focus.ts';
import type { QuestionIndex } from './question-index.ts';
import type { RankedClaim } from './rank-claims.ts';

export type GateFeatures = Readonly<Record<FeatureName, number>>;

/** To miss an amount that is asked for is to miss the question. */
const amounts: ReadonlySet<string> = new Set([
  '@frequency',
  '@size',
  '@drug-dose',
  '@fractions',
  '@overall-time',
  '@interval',
]);

/**
 * What the gate weighs of a question and the claim that came nearest, each between 0 and 1:
 * how much of the question the claim covers, how near it comes to one of the claim's example questions; of what is
 * named, the share that the claim mentions, whether something lies outside the whole base, and whether something
 * stands only in other claims; words that nobody here uses; and the share of what is asked for that the claim does
 * not speak of.
 *
 * @example
 * gateFeatures(terms, rankClaims(terms, index)[0], index).namedOutside //=> 1 for "pembrolizumab" while no claim has it
 */
export function gateFeatures(
  terms: readonly Term[],
  top: RankedClaim | undefined,
  index: QuestionIndex,
  focus: QuestionFocus,
): GateFeatures {
  const tokens = (top && index.claims.get(top.claim.id)?.tokens) ?? new Set<string>();
  const isSource = ({ kind, token }: Term) => kind === 'word' && index.sourceNames.has(token);
  const named = terms.filter((term) => isNamed(term) || isSource(term));
  const held = named.filter((term) => isSource(term) || isMentioned(term, index));
  const inAnswer = held.filter((term) => holds(tokens, term));
  const asked = terms.filter(({ kind }) => kind === 'attribute');
  const missing = asked.filter((term) => !holds(tokens, term));
  const unknown = terms.filter((term) => isUnknown(term, index));
  return {
    coverage: top?.coverage ?? 0,
    askLikeness: top?.askLikeness ?? 0,
    namedInAnswer: named.length === 0 ? 0 : inAnswer.length / named.length,
    namedOutside: named.length > held.length || unknown.some(({ kind }) => kind === 'abbreviation') ? 1 : 0,
    namedElsewhere: held.length > inAnswer.length ? 1 : 0,
    unknownWords: Math.min(1, unknown.length / 2),
    patientElsewhere: focus === 'patient' && top && !isOfPatient(terms, top) ? 1 : 0,
    askedForMissing: asked.length === 0 ? 0 : weightOf(missing) / weightOf(asked),
  };
}

/**
 * Whether any claim speaks of a term, or of the class that stands for it.
 *
 * @example
 * isMentioned(crizotinib, index) //=> true
 */
export function isMentioned({ token, word }: Term, { mentionedBy }: QuestionIndex): boolean {
  if (mentionedBy.has(token)) return true;
  return word?.classOnly === true && word.broader.some((id) => mentionedBy.has(`@${id}`));
}

/** A question in so many words about the patient is answered by what was seen in one. */
function isOfPatient(terms: readonly Term[], { claim }: RankedClaim): boolean {
  return claim.n !== null || !terms.some(({ token }) => token === '@published-patient');
}

function holds(tokens: ReadonlySet<string>, { token, word }: Term): boolean {
  if (tokens.has(token)) return true;
  if (!word || word.broader.length === 0) return false;
  if (word.classOnly) return word.broader.some((id) => tokens.has(`@${id}`));
  return word.kind !== 'drug' && word.broader.every((id) => tokens.has(`@${id}`));
}

/**
 * Whether a term is a word that neither the base nor the everyday list has: what it names, nobody here speaks of.
 *
 * @example
 * isUnknown({ kind: 'word', token: 'portacath' }, index) //=> true
 */
export function isUnknown(
  { token, kind }: Pick<Term, 'token' | 'kind'>,
  { lexicon, rarity }: QuestionIndex,
): boolean {
  const isTyped = kind === 'word' || kind === 'abbreviation';
  return isTyped && rarity(token) >= rarity('') && !lexicon.everydayStems.has(token);
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { token }) => sum + (amounts.has(token) ? 2 : 1), 0);
}
