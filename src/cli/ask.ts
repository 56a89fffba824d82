import { applyCuration } from '../evidence/curation/apply-curation.ts';
import { nothingCurated } from '../evidence/curation/curation-records.ts';
import { answerJson } from '../evidence/questions/answer-json.ts';
import { answerQuestion } from '../evidence/questions/answer-question.ts';
import { chooseStatements } from '../evidence/questions/choose-statements.ts';
import { questionIndex } from '../evidence/questions/question-index.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { knowledgeFolder } from '../project-folder.ts';
import { plainText } from '../slack/block-kit/plain-fallback.ts';
import { answerBlocks } from '../views/answer.ts';
import { answerMessage } from '../views/answer-message.ts';
import { eachLine } from './each-line.ts';
import { atCommandLine, modelFlag, modelOf } from './model-of.ts';
import type { Subcommand } from './subcommand.ts';
import { withoutMarks } from './without-marks.ts';

export const ask: Subcommand = {
  name: 'ask',
  usage: 'ask "what dose did Lee use" [--model] [--json]',
  does: 'answers from the curated statements; without words, each line of standard input, answered as JSON',
  async run(terminal) {
    // What the files say was found wrong is marked here too.
    const knowledge = applyCuration(loadKnowledge(knowledgeFolder), nothingCurated);
    const index = questionIndex(knowledge);
    const model = await modelOf(terminal.arguments);
    const words = terminal.arguments.filter((word) => word !== modelFlag);
    const inJson = terminal.json || words.length === 0;
    await eachLine({ ...terminal, arguments: words }, async (question) => {
      const found = answerQuestion(question, index);
      const answer = await chooseStatements(question, found, model, atCommandLine, knowledge);
      terminal.print(
        inJson
          ? JSON.stringify(answerJson(answer, answerMessage(answer), knowledge))
          : withoutMarks(plainText(answerBlocks(answer, knowledge))),
      );
    });
  },
};
