import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import type { KnowledgeBase } from '../knowledge/schema.ts';
import { answerQuestion } from '../src/evidence/questions/answer-question.ts';
import { questionIndex } from '../src/evidence/questions/question-index.ts';
import { warmUp } from '../src/evidence/questions/warm-up.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { processorMs } from '../src/processor-ms.ts';
import { knowledgeOfSize } from '../test/support/knowledge-of-size.ts';
import type { Benchmark } from './benchmark.ts';
import { percentile } from './percentile.ts';

const manyClaims = 10_000;
const rounds = 5;

interface Peer<T> {
  name: string;
  build(base: KnowledgeBase): T;
  /** What is done at start, once the index is there. */
  prepare(built: T): void;
  ask(built: T, question: string): unknown;
}

const own: Peer<ReturnType<typeof questionIndex>> = {
  name: 'read, ranked, judged',
  build: questionIndex,
  prepare: warmUp,
  ask: (index, question) => answerQuestion(question, index),
};

/** The same statements and example questions in MiniSearch as it comes: no reading of questions, no gate. */
const miniSearchAlone: Peer<MiniSearch> = {
  name: 'MiniSearch alone',
  build(base) {
    const search = new MiniSearch({ fields: ['statement', 'tags', 'asks'] });
    search.addAll(
      [...base.claims.values()].map(({ id, statement, tags, asks }) => ({
        id,
        statement,
        tags: tags.join(' '),
        asks: asks.join(' '),
      })),
    );
    return search;
  },
  prepare: () => undefined,
  ask: (search, question) => search.search(question),
};

function measuredRow<T>(
  { name, build, prepare, ask }: Peer<T>,
  base: KnowledgeBase,
  questions: readonly string[],
): { row: string[]; meanCpu: number } {
  const [buildFrom, buildFromCpu] = [performance.now(), processorMs()];
  const built = build(base);
  const index = [performance.now() - buildFrom, processorMs() - buildFromCpu];
  prepare(built);
  const askedFromCpu = processorMs();
  const timesMs = Array.from({ length: rounds }, () =>
    questions.map((question) => {
      const askedAt = performance.now();
      ask(built, question);
      return performance.now() - askedAt;
    }),
  );
  const meanCpu = (processorMs() - askedFromCpu) / (rounds * questions.length);
  const best = questions.map((_, at) => Math.min(...timesMs.map((round) => round[at] ?? Number.NaN)));
  const row = [
    `${name}, ${base.claims.size} claims`,
    ...index.map((ms) => `${ms.toFixed(0)} ms`),
    ...[
      percentile(timesMs[0] ?? [], 0.99),
      percentile(timesMs.flat(), 0.5),
      percentile(timesMs.flat(), 0.99),
      percentile(best, 0.99),
      meanCpu,
    ].map((ms) => `${ms.toFixed(2)} ms`),
  ];
  return { row, meanCpu };
}

/**
 * The whole way from a typed question to an answer, beside MiniSearch alone, on the project's own questions. Of a busy
 * machine the processor's time and the best of the rounds tell more than the clock.
 */
export function questionsBenchmark(): Benchmark {
  const knowledge = loadKnowledge(new URL('../knowledge/', import.meta.url));
  const questions = readFileSync(new URL('../test/eval/questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q);
  const sizes = [knowledge.claims.size, 10 * knowledge.claims.size, manyClaims];
  // Each base is made when its turn comes: to clear up after a large one would count as time of the index of today's.
  const measured = sizes.flatMap((size) => {
    const base = knowledgeOfSize(knowledge, size);
    return [measuredRow(own, base, questions), measuredRow(miniSearchAlone, base, questions)];
  });
  return {
    title: 'Questions, beside MiniSearch alone',
    notes: [
      `${questions.length} questions, ${rounds} rounds (targets: p99 under 5 ms, and 15 ms at 10,000 claims; index in 100 ms and 2 s). Of a busy machine the processor's time and the best of the rounds tell more than the clock.`,
    ],
    head: ['', 'index', 'of it CPU', 'p99 of first round', 'p50', 'p99', 'p99 of best', 'mean CPU'],
    rows: measured.map(({ row }) => row),
    growth: [own, miniSearchAlone].map(({ name }, at) => ({
      name: `question, ${name}: processor time, by statements`,
      points: sizes.map((size, index) => ({
        size,
        ms: measured[2 * index + at]?.meanCpu ?? Number.NaN,
      })),
    })),
  };
}
