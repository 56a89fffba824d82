import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { Answer } from './answer.ts';
import { applyChoice, offeredBy } from './apply-choice.ts';
import type { ChoiceFor, StatementChooser } from './statement-chooser.ts';

/**
 * The answer as the chooser orders and narrows it, or as it was: without a chooser, without a choice that can be used,
 * and where there are not at least two statements to choose from. Never rejects while the chooser does not.
 *
 * @example
 * (await chooseStatements('what dose did Lee use', answer, chooser, asker, knowledge)).chosenBy //=> { host: 'localhost', among: 3 }
 */
export async function chooseStatements(
  question: string,
  answer: Answer,
  chooser: StatementChooser | undefined,
  askedBy: ChoiceFor,
  knowledge: Pick<KnowledgeBase, 'claims' | 'conflicts'>,
): Promise<Answer> {
  const offered = offeredBy(answer).map(({ claim }) => claim);
  if (!chooser || offered.length < 2) return answer;
  const chosenIds = await chooser.choose(question, offered, askedBy);
  return (chosenIds && applyChoice(answer, chosenIds, chooser.host, knowledge)) ?? answer;
}
