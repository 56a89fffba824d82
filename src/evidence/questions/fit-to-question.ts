import type { Term } from './analyse-text.ts';
import { isNamed } from './is-named.ts';
import type { QuestionFocus } from './question-focus.ts';
import type { IndexedClaim, QuestionIndex } from './question-index.ts';

const ofOnePatient = { patient: 1.3, disease: 0.8, open: 1 };
const ofManyInsteadOfOne = 0.6;
const withoutThePatient = 0.7;
const withoutWhatIsNamed = 0.7;
const ofAnotherTumour = 0.8;
const ofOneSite = 0.85;

/**
 * By how much the nearness of a claim counts for what a question is about, 1 for all of it. A claim counts less for
 * each thing that the question names and it does not speak of (a drug, a gene, an author); when it was found in another
 * tumour, or at one site, and neither is asked for; and when the question is about the published patient and it is not.
 *
 * @example
 * fitToQuestion(crizotinibInBladder, analyseText('does crizotinib work', lexicon), index, 'disease') //=> 0.68
 */
export function fitToQuestion(
  entry: IndexedClaim,
  terms: readonly Term[],
  index: QuestionIndex,
  focus: QuestionFocus,
): number {
  const { claim, tokens, mentions, sites } = entry;
  const ofOne = claim.basis === 'observed' && claim.n === 1;
  const one = ofOne ? ofOnePatient[focus] : focus === 'patient' ? ofManyInsteadOfOne : 1;
  const patient =
    terms.some(({ token }) => token === '@published-patient') && !tokens.has('@published-patient');
  const tumour =
    claim.tumour !== 'imt' &&
    !terms.some(({ kind, token }) => (kind === 'tumour' || kind === 'other-disease') && mentions.has(token));
  const site = sites.size > 0 && !terms.some(({ token, word }) => isAmong(sites, token, word));
  const unspoken = terms.filter((term) => isWanted(term, index) && !isAmong(tokens, term.token, term.word));
  return (
    one *
    (patient ? withoutThePatient : 1) *
    (tumour ? ofAnotherTumour : 1) *
    (site ? ofOneSite : 1) *
    withoutWhatIsNamed ** unspoken.length
  );
}

function isAmong(tokens: ReadonlySet<string>, token: string, word: Term['word']): boolean {
  return tokens.has(token) || (word?.broader.some((id) => tokens.has(`@${id}`)) ?? false);
}

/** What the base speaks of elsewhere; what it lacks altogether is the gate's business. */
function isWanted(term: Term, { mentionedBy, sourceNames }: QuestionIndex): boolean {
  return isNamed(term) ? mentionedBy.has(term.token) : sourceNames.has(term.token);
}
