import type { CommandRequest, MessageReply, Services } from '../../src/command.ts';
import { findTopic } from '../../src/evidence/find-topic.ts';
import { isQuestion } from '../../src/evidence/is-question.ts';
import type { Answer } from '../../src/evidence/questions/answer.ts';
import { topicChoice } from '../../src/views/topic-choice.ts';
import { privately } from '../privately.ts';
import { answerReply, askedOf, questionPlace } from '../question/answer.ts';
import { keptTopic } from '../question/kept-answer.ts';
import { summaryPage } from './summary.ts';

/** A text that is no word of the command: a topic's name, else a question, else the topics that come nearest. */
export async function topicOrAnswer(request: CommandRequest, services: Services): Promise<MessageReply> {
  const { text } = request;
  const { knowledge, questions } = services;
  const match = findTopic(text, knowledge);
  if ('topic' in match) {
    await questions.keep(questionPlace(request), keptTopic(match.topic));
    return summaryPage(match.topic.id, 1, services);
  }
  const asked = await askedOf(request, services);
  const someNear = match.nearest.length > 0;
  if (isQuestion(text) || answersBetter(asked.answer, text, someNear))
    return answerReply(asked, request, services);
  const topics = someNear ? match.nearest : knowledge.topics.slice(0, 3);
  return privately('Nearest topics', topicChoice(notATopic(someNear), topics));
}

/** Of a text that is no question: one word that is nearly a topic's name is taken for it. */
function answersBetter({ outcome, reason }: Answer, text: string, nearTopic: boolean): boolean {
  if (outcome !== 'declined') return !(nearTopic && /^\S+$/.test(text.trim()));
  return reason !== 'outside' && reason !== 'nothing-asked';
}

function notATopic(someNear: boolean): string {
  const offer = someNear
    ? 'Write it as a whole question, or open one of the nearest topics:'
    : 'Write it as a whole question, `/imt help` for all topics, or open one:';
  return `There is no topic of that name, and I find no question in it. ${offer}`;
}
