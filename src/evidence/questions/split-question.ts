import type { Term } from './analyse-text.ts';
import { isMentioned, isUnknown } from './gate-features.ts';
import { isNamed } from './is-named.ts';
import type { QuestionIndex } from './question-index.ts';

const carriers: ReadonlySet<Term['kind']> = new Set(['disease', 'case']);
const asking: ReadonlySet<Term['kind']> = new Set(['attribute', 'outcome', 'effect']);
const treatments: ReadonlySet<Term['kind']> = new Set(['modality', 'drug']);
const ofATreatment: ReadonlySet<Term['kind']> = new Set(['effect', 'outcome', 'population', 'other-disease']);
/** What a question can be about; what is asked of it, as an outcome, is none. */
const subjects: ReadonlySet<Term['kind']> = new Set([
  ...(['modality', 'drug', 'gene', 'tumour', 'other-disease', 'outside'] as const),
]);
const mostParts = 3;

/**
 * The parts of a compound question, each with the terms that it is looked up by; the whole when it does not fall
 * apart. It does when every part has a word of the field of its own that is not asked of a treatment in another. A part
 * that names something without saying what is asked of it takes that from the others: "what dose did Maire use vs Zhang".
 *
 * @example
 * splitQuestion(analyseText('tumour size and SUVmax', lexicon), index).length //=> 2
 */
export function splitQuestion(terms: readonly Term[], index: QuestionIndex): Term[][] {
  const whole = [[...terms]];
  const shared = terms.filter(({ kind }) => carriers.has(kind));
  const own = terms.filter(({ kind }) => !carriers.has(kind));
  const parts = [...Map.groupBy(own, ({ part }) => part).values()];
  const ofField = (part: readonly Term[]) => part.some((term) => term.word !== null || isHeld(term, index));
  if (parts.length < 2 || parts.length > mostParts || !parts.every(ofField)) return whole;
  if (isOneThing(parts, index)) return whole;
  const asked = own.filter(({ kind }) => kind === 'attribute');
  const [first = [], ...further] = parts;
  const places = further.some((part) => part.some(isPlace)) ? [] : first.filter(isPlace);
  return parts.map((part, at) => [
    ...part,
    ...(part.some((term) => isSubject(term, index)) ? [] : subjectsBefore(parts, at, index)),
    ...(part.some(({ kind }) => asking.has(kind)) ? [] : asked),
    ...(at === 0 ? [] : places),
    ...shared,
  ]);
}

/** "Tocilizumab in IMT, any responses?" asks for responses to that drug, and not to whatever has some. */
function subjectsBefore(parts: readonly (readonly Term[])[], at: number, index: QuestionIndex): Term[] {
  return parts.slice(0, at).flatMap((part) => part.filter((term) => isSubject(term, index)));
}

/** What lies outside the base may be what the question is about, of whatever kind it is. */
function isSubject(term: Term, index: QuestionIndex): boolean {
  return subjects.has(term.kind) || isUnknown(term, index) || (isNamed(term) && !isMentioned(term, index));
}

function isPlace({ kind }: Term): boolean {
  return kind === 'site';
}

/** "Crizotinib and QT prolongation" asks for one thing: a treatment alone, and what is asked of it. */
function isOneThing(parts: readonly (readonly Term[])[], { lexicon }: QuestionIndex): boolean {
  const isTreatment = ({ kind }: Term) => treatments.has(kind);
  const asksOfOne = (part: readonly Term[]) =>
    part.some(isTreatment) && part.some(({ kind }) => asking.has(kind));
  const isSetting = (part: readonly Term[]) =>
    part.every(({ kind, token }) => kind === 'gene' || token === '@fusion');
  const onlyHowMany = (part: readonly Term[]) =>
    part.every(
      ({ kind, token }) => token === '@frequency' || kind === 'number' || lexicon.everydayStems.has(token),
    );
  const onlyAsks = (part: readonly Term[]) => part.every(({ kind }) => asking.has(kind) || kind === 'word');
  if (parts.some(onlyHowMany)) return true;
  if (parts.length === 2 && parts.some(isSetting) && parts.some(asksOfOne)) return true;
  if (parts.some((part) => part.every(isTreatment)) && parts.some(onlyAsks)) return true;
  return (
    parts.some((part) => part.every(isTreatment)) &&
    parts.some((part) => !part.some(isTreatment) && part.some(({ kind }) => ofATreatment.has(kind)))
  );
}

/** A name that is no word of the field, as that of a table's row, but stands in a claim. */
function isHeld({ token, kind }: Term, { mentionedBy, lexicon }: QuestionIndex): boolean {
  return (
    (kind === 'word' || kind === 'abbreviation') &&
    !lexicon.everydayStems.has(token) &&
    mentionedBy.has(token)
  );
}
