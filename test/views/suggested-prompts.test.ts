import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/evidence/questions/answer-question.ts';
import { readyIndex } from '../../src/evidence/questions/ready-index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { suggestedPrompts } from '../../src/views/question/suggested-prompts.ts';

const index = readyIndex(loadKnowledge(new URL('../../knowledge/', import.meta.url)));

test.each(suggestedPrompts)('the offered question $message has an answer', ({ message }) => {
  expect(answerQuestion(message, index).outcome).toBe('answered');
});
