import type { Answer } from './answer.ts';
import { answerQuestion, rankWhole } from './answer-question.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import type { QuestionIndex } from './question-index.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A question with the claims of which any answers; for a compound one a list for each part. */
export interface EvalQuestion {
  question: string;
  style: string;
  answerable: boolean;
  need: readonly (readonly string[])[];
}

export interface Share {
  count: number;
  of: number;
  share: number;
  interval: [low: number, high: number];
}

interface StyleFigures {
  style: string;
  questions: number;
  rank1: Share;
  rank3: Share;
  meanReciprocalRank: number;
  abstention: Share;
}

interface Miss {
  question: string;
  style: string;
  expected: readonly string[];
  outcome: string;
  shown: readonly string[];
  /** Where the first accepted claim stands, from 1; null when it was not found or none is accepted. */
  rank: number | null;
}

export interface Evaluation {
  overall: StyleFigures;
  auroc: number;
  /** Of what was answered, how much had an accepted claim among what was shown. */
  answeredPrecision: Share;
  /** Parts of compound questions found among what was shown. */
  compoundParts: Share;
  byStyle: StyleFigures[];
  misses: Miss[];
}

/**
 * How well questions with known answers are answered, over all and by style, with 95% intervals, and each miss.
 * `answerTo` gives the answers where they are not those of the words alone.
 *
 * @example
 * evaluateAnswers(questions, index).overall.rank3.share //=> 0.97
 */
export function evaluateAnswers(
  questions: readonly EvalQuestion[],
  index: QuestionIndex,
  answerTo = (question: string) => answerQuestion(question, index),
): Evaluation {
  const results = questions.map((asked) => measure(asked, answerTo(asked.question), index));
  const styles = Map.groupBy(results, ({ asked }) => asked.style);
  const answered = results.filter(({ outcome }) => outcome === 'answered');
  const compound = results.filter(({ asked }) => asked.need.length > 1);
  return {
    overall: figures('all', results),
    auroc: areaUnderCurve(
      results.filter(({ asked }) => asked.answerable).map(({ confidence }) => confidence),
      results.filter(({ asked }) => !asked.answerable).map(({ confidence }) => confidence),
    ),
    answeredPrecision: share(answered.filter(({ rightShown }) => rightShown).length, answered.length),
    compoundParts: share(
      compound.reduce((sum, { partsShown }) => sum + partsShown, 0),
      compound.reduce((sum, { asked }) => sum + asked.need.length, 0),
    ),
    byStyle: [...styles].map(([style, list]) => figures(style, list)),
    misses: results.filter((result) => !isRight(result)).map(missOf),
  };
}

type Result = ReturnType<typeof measure>;

function measure(asked: EvalQuestion, answer: Answer, index: QuestionIndex) {
  const accepted = new Set(asked.need.flat());
  const order = orderOf(answer, asked.question, index);
  const at = order.findIndex((id) => accepted.has(id));
  const shown = answer.statements.map(({ claim }) => claim.id);
  return {
    asked,
    outcome: answer.outcome,
    confidence: answer.confidence,
    shown,
    order,
    rank: at < 0 ? null : at + 1,
    rightShown: shown.some((id) => accepted.has(id)),
    partsShown: asked.need.filter((part) => part.some((id) => shown.includes(id))).length,
  };
}

/** Where a model chose, its choice comes first. */
function orderOf(answer: Answer, question: string, index: QuestionIndex): string[] {
  const ranked = rankWhole(question, index).map(({ claim }) => claim.id);
  if (!answer.chosenBy) return ranked;
  const first = answer.outcome === 'closest' ? answer.related : answer.statements;
  return [...new Set([...first.map(({ claim }) => claim.id), ...ranked])];
}

function isRight({ asked, outcome, rank }: Result): boolean {
  const decided = (outcome === 'answered') === asked.answerable;
  return decided && (!asked.answerable || (rank !== null && rank <= 3));
}

function missOf({ asked, outcome, shown, order, rank }: Result): Miss {
  return {
    question: asked.question,
    style: asked.style,
    expected: asked.need.flat(),
    outcome,
    shown: shown.length > 0 ? shown : order.slice(0, 3),
    rank,
  };
}

function figures(style: string, results: readonly Result[]): StyleFigures {
  const answerable = results.filter(({ asked }) => asked.answerable);
  const within = (most: number) => answerable.filter(({ rank }) => rank !== null && rank <= most).length;
  const reciprocal = answerable.reduce((sum, { rank }) => sum + (rank === null ? 0 : 1 / rank), 0);
  const decided = results.filter(({ asked, outcome }) => (outcome === 'answered') === asked.answerable);
  return {
    style,
    questions: results.length,
    rank1: share(within(1), answerable.length),
    rank3: share(within(3), answerable.length),
    meanReciprocalRank: answerable.length === 0 ? Number.NaN : reciprocal / answerable.length,
    abstention: share(decided.length, results.length),
  };
}

function share(count: number, of: number): Share {
  return { count, of, share: of === 0 ? Number.NaN : count / of, interval: wilsonInterval(count, of) };
}
