import { setTimeout as wait } from 'node:timers/promises';
import { type AskKind, askOf, crowd } from '../test/load/ask.ts';
import { startSlackForLoad } from '../test/load/slack-for-load.ts';
import { type Answered, answeredAsk } from './answered-ask.ts';
import { type Benchmark, ms } from './benchmark.ts';
import { endPeer, peers, startPeer } from './peers.ts';
import { percentile } from './percentile.ts';
import { processCpuMs } from './process-cpu-ms.ts';

const durationMs = 30_000;
/** From an answer to the next request: somebody reads. */
const readingMs = 2_000;
const lateMs = 3_000;
const users = [20, 200];
/** What a board asks for; a dose also draws a picture. */
const kinds: readonly AskKind[] = ['summary', 'question', 'list', 'summary', 'question', 'list', 'dialog'];
const doses = 20;

/** So many people at once, each of whom asks, reads the answer and asks again. */
export async function usersBenchmark(): Promise<Benchmark> {
  const [peer] = peers;
  if (!peer) throw new Error('there is no app to measure');
  const measured = [];
  for (const count of users) {
    const slack = await startSlackForLoad();
    const app = await startPeer(peer, slack);
    const answered: Answered[] = [];
    const errors: string[] = [];
    const cpuBefore = processCpuMs(app.pid);
    const endsAt = performance.now() + durationMs;
    const person = async (nth: number) => {
      await wait((readingMs * nth) / count);
      for (let turn = 0; performance.now() < endsAt; turn++) {
        // The same person of the same workspace each time.
        const at = nth + turn * crowd.workspaces * crowd.people;
        const kind = (nth + turn) % doses === 0 ? 'dose' : kinds[(nth + turn) % kinds.length];
        try {
          answered.push(await answeredAsk(app.url, askOf(slack, at, kind), slack));
        } catch (error) {
          errors.push((error as Error).message);
        }
        await wait(readingMs);
      }
    };
    await Promise.all(Array.from({ length: count }, (_, nth) => person(nth)));
    const cpuMs = (processCpuMs(app.pid) - cpuBefore) / answered.length;
    await endPeer(app);
    await slack.close();
    for (const error of new Set(errors)) process.stdout.write(`  error: ${error}\n`);
    measured.push({ count, answered, errors, cpuMs });
  }
  return {
    title: `People at once, for ${durationMs / 1000} s (target for 200: no error, no acknowledgement later than 3 s)`,
    notes: [
      `Each asks, waits for the answer, reads for ${readingMs / 1000} s and asks again: summaries, questions, the list of scans, a dialog, and one in ${doses} a comparison of doses with its pictures. They are of ${crowd.workspaces} workspaces. Each request has a connection of its own, and what sends them runs on the same machine.`,
    ],
    head: [
      'people',
      'requests',
      'errors',
      'late',
      'ack p50',
      'p99',
      'longest',
      'answer p50',
      'p99',
      'CPU a request',
    ],
    rows: measured.map(({ count, answered, errors, cpuMs }) => {
      const acks = answered.map(({ ackMs }) => ackMs);
      const answers = answered.map(({ answerMs }) => answerMs);
      const late = acks.filter((ack) => ack > lateMs).length;
      return [
        ...[count, answered.length + errors.length, errors.length, late].map(String),
        ...[percentile(acks, 0.5), percentile(acks, 0.99), Math.max(...acks)].map(ms),
        ...[percentile(answers, 0.5), percentile(answers, 0.99), cpuMs].map(ms),
      ];
    }),
    growth: [
      {
        name: 'a request: processor time, by people at once',
        points: measured.map(({ count, cpuMs }) => ({ size: count, ms: cpuMs })),
      },
    ],
  };
}
