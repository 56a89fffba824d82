import { imtDose } from '../commands/imt-dose.ts';
import type { Services } from '../src/command.ts';
import { compareTyped } from '../src/dose/compare-typed.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import type { Benchmark } from './benchmark.ts';
import { percentile } from './percentile.ts';

const typed = '54 Gy/27F vs 60 Gy/30F vs 55 Gy/20F vs 38 Gy/19F + 16 Gy/8F';
const schedules = [
  [[54, 27]],
  [[60, 30]],
  [[55, 20]],
  [
    [38, 19],
    [16, 8],
  ],
] as const;
const alphaBetasGy = [10, 4, 3, 2];
const rounds = 2000;

/** The same sixteen EQD2 written as a plain loop, with nothing read, named or explained. */
function plainLoop(): number {
  let sum = 0;
  for (const phases of schedules) {
    for (const alphaBetaGy of alphaBetasGy) {
      for (const [totalGy, fractions] of phases) {
        sum += (totalGy * (totalGy / fractions + alphaBetaGy)) / (2 + alphaBetaGy);
      }
    }
  }
  return sum;
}

async function timed(work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.slice(rounds / 10);
}

/** Four schedules: read and compared, as a whole reply, and beside a plain loop; no library on npm reads such text. */
export async function doseBenchmark(): Promise<Benchmark> {
  const knowledge = loadKnowledge(new URL('../knowledge/', import.meta.url));
  const cases = [...knowledge.cases.values()];
  const { shown } = knowledge.alphaBeta;
  // Doses ask nothing of the scans on record, nor of calendars.
  const followUps = {} as Services['followUps'];
  const calendar = {} as Services['calendar'];
  const access = {} as Services['access'];
  const questions = {} as Services['questions'];
  const curation = {} as Services['curation'];
  const services = {
    knowledge,
    followUps,
    calendar,
    access,
    questions,
    curation,
    now: () => new Date(0),
    newId: () => 'id',
  };
  const request = { text: typed, userId: 'U1', channelId: 'C1', teamId: 'T1' };
  const measured: [string, number[]][] = [
    ['read and compared', await timed(() => compareTyped(typed, { cases, shown }))],
    ['as a whole reply', await timed(() => imtDose.run(request, services))],
    ['plain loop', await timed(plainLoop)],
  ];
  const rows = measured.map(([name, times]) => [
    name,
    ...[0.5, 0.99].map((share) => `${percentile(times, share).toFixed(3)} ms`),
  ]);
  return {
    title: 'Doses: four schedules at four α/β',
    notes: [
      '2,000 times (target: under 2 ms). No library on npm reads such text, so a plain loop stands beside it.',
    ],
    head: ['', 'p50', 'p99'],
    rows,
  };
}
