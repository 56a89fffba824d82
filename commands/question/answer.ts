import type { CommandRequest, MessageReply, Services } from '../../src/command.ts';
import type { Answer } from '../../src/evidence/questions/answer.ts';
import { answerQuestion } from '../../src/evidence/questions/answer-question.ts';
import { carryTopic } from '../../src/evidence/questions/carry-topic.ts';
import { chooseStatements } from '../../src/evidence/questions/choose-statements.ts';
import { conceptsIn } from '../../src/evidence/questions/concepts-in.ts';
import type { QuestionIndex } from '../../src/evidence/questions/question-index.ts';
import type { QuestionPlace } from '../../src/evidence/questions/question-records.ts';
import { readyIndex } from '../../src/evidence/questions/ready-index.ts';
import { guardText } from '../../src/privacy/guard-text.ts';
import { processorMs } from '../../src/processor-ms.ts';
import { answerBlocks } from '../../src/views/answer.ts';
import { context } from '../../src/views/block.ts';
import { answerButtons } from '../../src/views/question/answer-buttons.ts';
import { keptAnswer } from './kept-answer.ts';

type Asking = Pick<Services, 'knowledge' | 'questions' | 'chooser'>;

interface Asked {
  question: string;
  answer: Answer;
}

/** What the base says to a text, and the question that it says it to: the text, with what its thread is about. */
export async function askedOf(request: CommandRequest, services: Asking): Promise<Asked> {
  const index = readyIndex(services.knowledge);
  const alone = { question: request.text, answer: answerQuestion(request.text, index) };
  if (!remembers(request)) return alone;
  const before = await services.questions.understoodBefore(memoryPlace(request));
  const carried = carryTopic(request.text, before, index, request.inThread ? 'thread' : 'conversation');
  if (carried === null) return alone;
  const inTopic = { question: carried, answer: answerQuestion(carried, index) };
  return inTopic.answer.outcome === 'answered' || alone.answer.outcome !== 'answered' ? inTopic : alone;
}

/**
 * An answer as it is shown: private, remembered by ids, and counted as a gap when the base holds none. Where a model is
 * configured, it chooses among the statements found.
 */
export async function answerReply(
  { question, answer: found }: Asked,
  request: CommandRequest,
  { knowledge, questions, chooser }: Asking,
): Promise<MessageReply> {
  const answer = await chooseStatements(question, found, chooser, request, knowledge);
  const place = questionPlace(request);
  const index = readyIndex(knowledge);
  const id = isTalk(answer) ? null : await questions.keep(place, keptAnswer(answer, knowledge));
  const noted = isGap(answer) && (await questions.noteGap(place, gapOf(answer, request.text, index)));
  const canShare = answer.outcome !== 'declined' && /^[CG]/.test(request.channelId);
  return {
    kind: 'message',
    visibility: 'private',
    text: answer.outcome === 'answered' ? 'An answer from the knowledge base' : 'No certain answer',
    blocks: [
      ...answerBlocks(answer, knowledge),
      ...(noted ? [context('I noted the gap; a curator sees it without your name.')] : []),
      ...(id === null ? [] : [answerButtons(id, { canShare })]),
    ],
  };
}

export function questionPlace({ teamId, channelId, userId, threadTs }: CommandRequest): QuestionPlace {
  return { teamId, channelId, userId, threadTs: threadTs ?? null };
}

/** In a thread, and where nobody else talks. */
function remembers({ channelId, inThread = false }: CommandRequest): boolean {
  return inThread || channelId.startsWith('D');
}

/** A text that begins a thread leans on what was said just before it. */
function memoryPlace(request: CommandRequest): QuestionPlace {
  const place = questionPlace(request);
  return request.inThread ? place : { ...place, threadTs: null };
}

const isTalk = ({ reason }: Answer) =>
  reason === 'injection' || reason === 'small-talk' || reason === 'nothing-asked';

const isGap = ({ outcome, reason }: Answer) =>
  outcome === 'declined' && (reason === 'outside' || reason === 'other-tumour' || reason === 'drug-dose');

function gapOf({ reason }: Answer, text: string, index: QuestionIndex) {
  // A case code is opaque, and still belongs to one board.
  const isClean = guardText(text, processorMs).verdict === 'pass' && !/\bCASE-\d/i.test(text);
  return {
    concepts: conceptsIn(text, index),
    reason: reason ?? 'outside',
    question: isClean ? text.slice(0, 500) : null,
  };
}
