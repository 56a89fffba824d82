import { answerJson } from '../evidence/questions/answer-json.ts';
import { answerQuestion } from '../evidence/questions/answer-question.ts';
import { questionIndex } from '../evidence/questions/question-index.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { plainText } from '../slack/block-kit/plain-fallback.ts';
import { answerBlocks } from '../views/answer.ts';
import { answerMessage } from '../views/answer-message.ts';
import { eachLine } from './each-line.ts';
import type { Subcommand } from './subcommand.ts';
import { withoutMarks } from './without-marks.ts';

export const ask: Subcommand = {
  name: 'ask',
  usage: 'ask "what dose did Lee use" [--json]',
  does: 'answers from the curated statements; without words, each line of standard input, answered as JSON',
  async run(terminal) {
    const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
    const index = questionIndex(knowledge);
    const inJson = terminal.json || terminal.arguments.length === 0;
    await eachLine(terminal, (question) => {
      const answer = answerQuestion(question, index);
      terminal.print(
        inJson
          ? JSON.stringify(answerJson(answer, answerMessage(answer), knowledge))
          : withoutMarks(plainText(answerBlocks(answer, knowledge))),
      );
    });
  },
};
