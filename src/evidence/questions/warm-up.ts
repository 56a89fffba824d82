import { answerQuestion } from './answer-question.ts';
import type { QuestionIndex } from './question-index.ts';

const questions = 32;

/**
 * Answers some of the base's own example questions, spread over its claims, so that the first person who asks does
 * not wait while code and tables are made ready.
 *
 * @example
 * warmUp(questionIndex(knowledge)); //=> undefined
 */
export function warmUp(index: QuestionIndex): void {
  const asks = [...index.claims.values()].flatMap(({ claim }) => claim.asks);
  const step = Math.max(1, Math.floor(asks.length / questions));
  const chosen = asks.filter((_, at) => at % step === 0).slice(0, questions);
  for (const [at, ask] of chosen.entries()) {
    // Every other one as people type: in small letters, with a slip in the longest word.
    answerQuestion(at % 2 === 0 ? ask : mistyped(ask), index);
  }
}

function mistyped(question: string): string {
  const longest = question.split(' ').reduce((a, b) => (b.length > a.length ? b : a), '');
  const middle = Math.floor(longest.length / 2);
  return question
    .toLowerCase()
    .replace(longest.toLowerCase(), longest.slice(0, middle) + longest.slice(middle + 1));
}
