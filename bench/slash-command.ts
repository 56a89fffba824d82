import { setTimeout as wait } from 'node:timers/promises';
import { askOf } from '../test/load/ask.ts';
import { startSlackForLoad } from '../test/load/slack-for-load.ts';
import { startPostgres } from '../test/store/start-postgres.ts';
import { type Answered, answeredAsk } from './answered-ask.ts';
import { atMost, type Benchmark, ms } from './benchmark.ts';
import { ratioOf } from './median-ratio.ts';
import { endPeer, peers, type StartedPeer, startPeer } from './peers.ts';
import { percentile } from './percentile.ts';
import { processCpuMs } from './process-cpu-ms.ts';

const rounds = 8;
const perRound = 100;
const warmUps = 300;
/** From one answer to the next request: none, and what the quickest people leave. */
const paces = [
  { pace: 'back to back', pauseMs: 0 },
  { pace: '25 ms apart', pauseMs: 25 },
];

interface Round {
  times: Answered[];
  cpuMs: number;
}

/** The same with the store on PostgreSQL, as replicas have it: what is in hand is written there first. */
export async function slashOnPostgresBenchmark(): Promise<Benchmark> {
  const postgres = await startPostgres();
  const benchmark = await slashCommandBenchmark({ DATABASE_URL: await postgres.newDatabase() });
  await postgres.stop();
  return {
    ...benchmark,
    title: `${benchmark.title}, with PostgreSQL`,
    ratios: benchmark.ratios?.map((ratio) => ({ ...ratio, name: `PostgreSQL, ${ratio.name}` })),
  };
}

/** A signed `/imt radiotherapy`, to the one app and the other by turns: until acknowledged, and until answered. */
export async function slashCommandBenchmark(variables: Record<string, string> = {}): Promise<Benchmark> {
  const slack = await startSlackForLoad();
  const apps = await Promise.all(peers.map((peer) => startPeer(peer, slack, variables)));
  let at = 0;
  const ask = ({ url }: StartedPeer) => answeredAsk(url, askOf(slack, at++, 'summary'), slack);
  const round = async (count: number, pauseMs: number): Promise<Round[]> => {
    const cpuBefore = apps.map(({ pid }) => processCpuMs(pid));
    const times: Answered[][] = apps.map(() => []);
    for (let turn = 0; turn < count; turn++)
      for (const [index, app] of turn % 2 === 0 ? [...apps.entries()] : [...apps.entries()].reverse()) {
        if (pauseMs > 0) await wait(pauseMs);
        times[index]?.push(await ask(app));
      }
    return apps.map(({ pid }, index) => ({
      times: times[index] ?? [],
      cpuMs: (processCpuMs(pid) - (cpuBefore[index] ?? 0)) / count,
    }));
  };
  await round(warmUps, 0);
  const measured = paces.map(({ pace }) => ({ pace, rounds: [] as Round[][] }));
  for (let turn = 0; turn < rounds; turn++)
    for (const [at, { pauseMs }] of paces.entries())
      measured[at]?.rounds.push(await round(perRound, pauseMs));
  for (const app of apps) await endPeer(app);
  await slack.close();

  const figures: [string, (round: Round) => number, number?][] = [
    [
      'acknowledged, p50',
      ({ times }) =>
        percentile(
          times.map(({ ackMs }) => ackMs),
          0.5,
        ),
    ],
    [
      'acknowledged, p99',
      ({ times }) =>
        percentile(
          times.map(({ ackMs }) => ackMs),
          0.99,
        ),
      1.5,
    ],
    [
      'answered, p50',
      ({ times }) =>
        percentile(
          times.map(({ answerMs }) => answerMs),
          0.5,
        ),
    ],
    [
      'answered, p99',
      ({ times }) =>
        percentile(
          times.map(({ answerMs }) => answerMs),
          0.99,
        ),
    ],
    ['processor time a request', ({ cpuMs }) => cpuMs],
  ];
  const compared = measured.flatMap(({ pace, rounds: taken }) =>
    figures.map(([name, of, target]) => ({
      name: `${pace}: ${name}`,
      target,
      ...ratioOf(
        taken.map(([own]) => (own ? of(own) : Number.NaN)),
        taken.map(([, bare]) => (bare ? of(bare) : Number.NaN)),
      ),
    })),
  );
  return {
    title: `\`/imt radiotherapy\`, signed, beside a bare Bolt app that answers a constant`,
    notes: [
      `${rounds} rounds of ${perRound} requests to each by turns, each on a connection of its own. Back to back, a request meets what is written of the one before (the audit record, synced to the disk); 25 ms apart it does not. Figures are the median of the rounds; behind them the least and the greatest. The ratio is the median of the rounds' ratios.`,
    ],
    head: ['', 'IMT Board', 'bare Bolt', 'ratio', 'target'],
    rows: compared.map(({ name, own, peer, ratio, target }) => [
      name,
      own.show(ms),
      peer.show(ms),
      ratio.show((value) => `${value.toFixed(2)}`),
      atMost(target),
    ]),
    ratios: compared.map(({ name, ratio, target }) => ({ name, ratio: ratio.median, target })),
  };
}
