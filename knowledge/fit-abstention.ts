/**
 * Fits the model of `abstention.yml` and writes it there: `node knowledge/fit-abstention.ts`.
 * Its rows are the questions of `test/eval/questions.jsonl` that are not held back, each once as it is and, where it
 * can be answered, once with all that answers it taken out of the base, which makes it one that cannot; and the example
 * questions of the claims, each met without itself, which count together as much as the answerable ones of the project,
 * however many they are: more of them must not open the gate. So the gate learns from any base, not from one.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { analyseText } from '../src/evidence/questions/analyse-text.ts';
import { type FitRow, type FittedModel, fitLogistic } from '../src/evidence/questions/fit-logistic.ts';
import { gateFeatures } from '../src/evidence/questions/gate-features.ts';
import { questionFocus } from '../src/evidence/questions/question-focus.ts';
import { type QuestionIndex, questionIndex } from '../src/evidence/questions/question-index.ts';
import { rankClaims } from '../src/evidence/questions/rank-claims.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import type { KnowledgeBase } from './schema.ts';

const file = new URL('abstention.yml', import.meta.url);
const questionsFile = new URL('../test/eval/questions.jsonl', import.meta.url);
const hiddenWeight = 0.3;

interface OwnQuestion {
  q: string;
  answerable: boolean;
  need?: string[][];
}

/** A third of the questions, told by their own text, is never fitted to. */
export function isHeldBack(question: string): boolean {
  return (createHash('sha256').update(question).digest()[0] ?? 0) % 3 === 0;
}

export function fitAbstention(): FittedModel {
  const knowledge = loadKnowledge(new URL('./', import.meta.url));
  const whole = questionIndex(knowledge);
  const questions = readFileSync(questionsFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OwnQuestion)
    .filter(({ q, need }) => !isHeldBack(q) && (need?.length ?? 1) === 1);
  const asked = questions.map(({ q, answerable }) => rowOf(q, answerable, 1, whole));
  const answerable = questions.filter((question) => question.answerable).length;
  const model = fitLogistic([
    ...asked,
    ...hiddenRows(questions, knowledge),
    ...askRows(knowledge, answerable),
  ]);
  return rounded(model);
}

function rowOf(question: string, answerable: boolean, weight: number, index: QuestionIndex): FitRow {
  const terms = analyseText(question, index.lexicon, index.mend);
  const focus = questionFocus(question, terms);
  return {
    features: gateFeatures(terms, rankClaims(terms, index, focus)[0], index, focus),
    answerable,
    weight,
  };
}

/** Without the whole subtopic, since a neighbour would often answer too. */
function hiddenRows(questions: readonly OwnQuestion[], knowledge: KnowledgeBase): FitRow[] {
  const claims = [...knowledge.claims.values()];
  const subtopicOf = (id: string) => {
    const claim = knowledge.claims.get(id);
    return claim ? `${claim.topic} ${claim.subtopic}` : '';
  };
  const groups = Map.groupBy(
    questions.filter(({ answerable }) => answerable),
    ({ need }) => [...new Set((need ?? []).flat().map(subtopicOf))].sort().join(' | '),
  );
  return [...groups].flatMap(([hidden, group]) => {
    const kept = claims.filter(({ id }) => !hidden.split(' | ').includes(subtopicOf(id)));
    const index = questionIndex({ ...knowledge, claims: new Map(kept.map((claim) => [claim.id, claim])) });
    return group.map(({ q }) => rowOf(q, false, hiddenWeight, index));
  });
}

function askRows(knowledge: KnowledgeBase, together: number): FitRow[] {
  const asks = [...knowledge.claims.values()].reduce((sum, claim) => sum + claim.asks.length, 0);
  return [0, 1].flatMap((parity) => {
    const claims = [...knowledge.claims.values()];
    const without = claims.map((claim) => ({
      ...claim,
      asks: claim.asks.filter((_, at) => at % 2 !== parity),
    }));
    const index = questionIndex({ ...knowledge, claims: new Map(without.map((claim) => [claim.id, claim])) });
    return claims
      .flatMap(({ asks }) => asks.filter((_, at) => at % 2 === parity))
      .map((ask) => rowOf(ask, true, together / asks, index));
  });
}

function rounded({ intercept, weights }: FittedModel): FittedModel {
  // Plus 0, since what is rounded to minus 0 is written and read back as 0.
  const round = (value: number) => Math.round(value * 100) / 100 + 0;
  const entries = Object.entries(weights).map(([name, weight]) => [name, round(weight)]);
  return { intercept: round(intercept), weights: Object.fromEntries(entries) };
}

function writeModel({ intercept, weights }: FittedModel): void {
  const lines = [
    `  intercept: ${intercept}`,
    '  weights:',
    ...Object.entries(weights).map(([name, weight]) => `    ${name}: ${weight}`),
  ];
  const text = readFileSync(file, 'utf8').replace(
    /^ {2}intercept: [\s\S]*?(?=^ {2}answeredFrom:)/m,
    `${lines.join('\n')}\n`,
  );
  writeFileSync(file, text);
}

if (import.meta.main) writeModel(fitAbstention());
