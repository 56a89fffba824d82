import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerQuestion } from '../../src/evidence/questions/answer-question.ts';
import { readyIndex } from '../../src/evidence/questions/ready-index.ts';
import { chooses, startModelStandIn } from '../support/model-stand-in.ts';
import { knowledge } from '../support/question-app.ts';
import { runApp } from '../support/run-app.ts';

test('`imt eval --model` measures the order that the model gives, and counts how often it gave one', async () => {
  const question = 'does radiotherapy work?';
  const { statements } = answerQuestion(question, readyIndex(knowledge));
  const last = statements.at(-1)?.claim.id ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'imt-eval-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'questions.jsonl');
  const lines = [
    { q: question, answerable: true, need: [[last]] },
    { q: 'what is the survival of osteosarcoma?', answerable: false },
  ];
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const model = await startModelStandIn(chooses((ids) => ids.toReversed()));
  const variables = { MODEL_BASE_URL: model.baseUrl, MODEL_NAME: 'a-model' };
  const evaluate = async (...words: string[]) => {
    const nodeArguments = ['src/cli.ts', 'eval', path, '--json', ...words];
    return JSON.parse((await runApp(variables, { nodeArguments }).ended).stdout);
  };
  expect(await evaluate()).toMatchObject({ overall: { rank1: { count: 0, of: 1 } } });
  expect(model.requests).toEqual([]);
  expect(await evaluate('--model')).toMatchObject({
    model: { chosen: 1 },
    overall: { rank1: { count: 1, of: 1 }, abstention: { count: 2 } },
  });
  expect(model.requests).toHaveLength(1);
}, 60_000);
