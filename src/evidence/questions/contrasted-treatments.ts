import type { Term } from './analyse-text.ts';
import type { QuestionIndex } from './question-index.ts';

const contrast =
  /\b(?:vs|versus|(?:better|worse|superior|inferior|more effective|less effective) (?:than|to))\b/i;
const treatments: ReadonlySet<Term['kind']> = new Set(['modality', 'drug']);
const asking: ReadonlySet<Term['kind']> = new Set(['attribute', 'outcome', 'effect']);

/**
 * The parts of a question that holds one treatment against another, each to be answered for itself, or null: a
 * statement that names both tells most often that one came after the other. Where nothing is asked of them, how well
 * they work is meant.
 *
 * @example
 * contrastedTreatments('chemo vs crizotinib', parts, index)?.[0]?.map(({ token }) => token) //=> ['@chemotherapy', '@effective']
 */
export function contrastedTreatments(
  text: string,
  parts: readonly (readonly Term[])[],
  { lexicon }: Pick<QuestionIndex, 'lexicon'>,
): (readonly Term[])[] | null {
  const named = (part: readonly Term[]) => part.some(({ kind }) => treatments.has(kind));
  if (parts.length < 2 || !contrast.test(text) || !parts.every(named)) return null;
  const word = lexicon.words.get('effective');
  if (!word || parts.some((part) => part.some(({ kind }) => asking.has(kind)))) return [...parts];
  const works = { token: `@${word.id}`, kind: word.kind, word, named: null };
  return parts.map((part, at) => [...part, { ...works, part: at }]);
}
