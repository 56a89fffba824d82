import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import type { KnowledgeBase } from '../knowledge/schema.ts';
import { answerQuestion } from '../src/evidence/questions/answer-question.ts';
import { questionIndex } from '../src/evidence/questions/question-index.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';

const sizes = [null, 10_000] as const;

interface Measured {
  buildMs: number;
  timesMs: number[];
}

/** The base as it is, or with copies of its claims, each with words of its own, until there are so many. */
function ofSize(knowledge: KnowledgeBase, size: number | null): KnowledgeBase {
  if (size === null) return knowledge;
  const claims = [...knowledge.claims.values()];
  const copies = Array.from({ length: size }, (_, at) => {
    const claim = claims[at % claims.length];
    if (!claim) throw new Error('the base has no claim');
    const copy = Math.floor(at / claims.length);
    const statement =
      copy === 0 ? claim.statement : `${claim.statement} Copy c${copy}x of series s${at % 997}x.`;
    return { ...claim, id: copy === 0 ? claim.id : `${claim.id}-${copy}`, statement };
  });
  return { ...knowledge, claims: new Map(copies.map((claim) => [claim.id, claim])) };
}

function timed<T>(
  questions: readonly string[],
  build: () => T,
  ask: (built: T, question: string) => unknown,
): Measured {
  const startedAt = performance.now();
  const built = build();
  const buildMs = performance.now() - startedAt;
  for (const question of questions) ask(built, question);
  const timesMs = questions.map((question) => {
    const askedAt = performance.now();
    ask(built, question);
    return performance.now() - askedAt;
  });
  return { buildMs, timesMs };
}

/** The same statements and example questions in MiniSearch as it comes: no reading of questions, no gate. */
function miniSearchAlone(knowledge: KnowledgeBase): MiniSearch {
  const search = new MiniSearch({ fields: ['statement', 'tags', 'asks'] });
  search.addAll(
    [...knowledge.claims.values()].map(({ id, statement, tags, asks }) => ({
      id,
      statement,
      tags: tags.join(' '),
      asks: asks.join(' '),
    })),
  );
  return search;
}

/** The whole way from a typed question to an answer, beside MiniSearch alone, on the project's own questions. */
export function questionsBenchmark(): void {
  const knowledge = loadKnowledge(new URL('../knowledge/', import.meta.url));
  const questions = readFileSync(new URL('../test/eval/questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q);
  const rows = sizes.flatMap((size) => {
    const base = ofSize(knowledge, size);
    const measured: [string, Measured][] = [
      [
        'read, ranked, judged',
        timed(
          questions,
          () => questionIndex(base),
          (index, question) => answerQuestion(question, index),
        ),
      ],
      [
        'MiniSearch alone',
        timed(
          questions,
          () => miniSearchAlone(base),
          (search, question) => search.search(question),
        ),
      ],
    ];
    return measured.map(([name, { buildMs, timesMs }]) => [
      `${name}, ${base.claims.size} claims`,
      `${buildMs.toFixed(0)} ms`,
      ...[0.5, 0.99].map((share) => `${percentile(timesMs, share).toFixed(2)} ms`),
    ]);
  });
  const title = `${questions.length} questions (targets: p99 under 5 ms, and 15 ms at 10,000 claims; index in 100 ms and 2 s)`;
  printTable(title, ['', 'index', 'p50', 'p99'], rows);
}
