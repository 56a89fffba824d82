import type { Claim, Figure, KnowledgeBase } from '../../../knowledge/schema.ts';
import { foldText } from '../fold-text.ts';
import { namesAny } from '../names-any.ts';
import { type ExactInterval, exactInterval } from './exact-interval.ts';
import type { Treatment } from './find-treatment.ts';

export interface OutcomeFigure {
  figure: Figure;
  /** Only for a response rate whose events and n are known. */
  interval: ExactInterval | null;
}

export interface CreditedOutcomes {
  /** Of this treatment: responses first, then control. */
  outcomes: OutcomeFigure[];
  /** Whether there are others that name no treatment, so that nobody can tell of which of several they are. */
  someAreUntold: boolean;
}

type Treatments = Pick<KnowledgeBase, 'vocabulary' | 'topics'>;

/**
 * What is counted of one treatment in a statement. Not what is counted of another one, as in "partial response on
 * ceritinib" after crizotinib; and a figure that names none is its own only when the statement tells of no other.
 *
 * @example
 * creditedOutcomes(bothDrugsInOneRow, crizotinib, knowledge) //=> { outcomes: [], someAreUntold: true }
 */
export function creditedOutcomes(
  claim: Pick<Claim, 'figures' | 'statement' | 'topic'>,
  treatment: Treatment,
  knowledge: Treatments,
): CreditedOutcomes {
  const named = knowledge.vocabulary.filter(({ isTreatment }) => isTreatment).flatMap(({ terms }) => terms);
  const isNamed = ({ name }: Figure) => treatment.isTopic || namesAny(name, treatment.words);
  const isUnnamed = ({ name }: Figure) => !namesAny(name, named);
  const isAlone = treatment.isTopic || !tellsOfAnother(claim, treatment, named, knowledge);
  const measured = (wanted: Figure['measure']) => claim.figures.filter(({ measure }) => measure === wanted);
  const all = [...measured('response'), ...measured('control')];
  const own = all.filter((figure) => isNamed(figure) || (isAlone && isUnnamed(figure)));
  return {
    outcomes: own.map(withInterval),
    someAreUntold: all.some((figure) => !own.includes(figure) && isUnnamed(figure)),
  };
}

/** Its class ("the ALK inhibitor crizotinib") and longer names of itself ("wedge resection") are no other treatment. */
function tellsOfAnother(
  { statement, topic }: Pick<Claim, 'statement' | 'topic'>,
  treatment: Treatment,
  named: readonly string[],
  { topics }: Treatments,
): boolean {
  const others = topics.filter(({ id, isTreatment }) => isTreatment && id !== treatment.topic?.id);
  if (others.some(({ id }) => id === topic)) return true;
  const words = [...named, ...others.flatMap(({ title, synonyms }) => [title, ...synonyms])];
  return words.some(
    (word) => namesAny(statement, [word]) && !isClass.test(word) && !isPartOf(word, treatment),
  );
}

const isClass = /inhibitor/i;

function isPartOf(word: string, { words }: Treatment): boolean {
  const folded = foldText(word);
  return words.some((own) => folded.includes(foldText(own)) || foldText(own).includes(folded));
}

function withInterval(figure: Figure): OutcomeFigure {
  const { unit, value, n, operator, measure } = figure;
  const isCounted = measure === 'response' && unit === 'patients' && operator === '=';
  return { figure, interval: isCounted && value !== null && n !== null ? exactInterval(value, n) : null };
}
