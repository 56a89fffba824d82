import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { askOf } from '../test/load/ask.ts';
import { type SlackForLoad, startSlackForLoad } from '../test/load/slack-for-load.ts';
import { answeredAsk } from './answered-ask.ts';
import { atMost, type Benchmark, ms } from './benchmark.ts';
import { ratioOf } from './median-ratio.ts';
import { endPeer, type Peer, peers, startPeer } from './peers.ts';
import { processCpuMs } from './process-cpu-ms.ts';

const project = new URL('../', import.meta.url);
const compiled = fileURLToPath(new URL('node_modules/.cache/imt-board', project));
const rounds = 7;
const settleMs = 1_500;
/** Which compiled code is there: what `npm ci` left, where a bare app has none; what the start before left; none, where none can be kept. */
const caches = ['first start', 'every later start', 'with nothing compiled'] as const;
type Cache = (typeof caches)[number];

interface Start {
  readyMs: number;
  cpuMs: number;
  firstAnswerMs: number;
  idleMb: number;
}

/** From the start of the process until it takes requests, and what it holds in memory when it idles. */
export async function startAndMemoryBenchmark(): Promise<Benchmark> {
  const slack = await startSlackForLoad();
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-compiled-'));
  rmSync(compiled, { recursive: true, force: true });
  execFileSync(process.execPath, ['deploy/build.ts'], { cwd: fileURLToPath(project), stdio: 'ignore' });
  cpSync(compiled, join(folder, 'built'), { recursive: true });
  const none = { NODE_DISABLE_COMPILE_CACHE: '1' };
  let starts = 0;
  const variablesOf = (peer: Peer, cache: Cache): Record<string, string> => {
    if (cache === 'every later start') return { NODE_COMPILE_CACHE: join(folder, 'later') };
    if (cache === 'with nothing compiled' || peer.name === 'bare Bolt') return none;
    // A start adds to it: each first one gets it as it was.
    const own = join(folder, `first-${starts++}`);
    cpSync(join(folder, 'built'), own, { recursive: true });
    return { NODE_COMPILE_CACHE: own };
  };
  const measured = new Map<string, Start[]>();
  // The round before the first fills the cache.
  for (let round = -1; round < rounds; round++)
    for (const cache of caches)
      for (const peer of round % 2 === 0 ? peers : peers.toReversed()) {
        const start = await oneStart(peer, slack, variablesOf(peer, cache));
        const key = `${peer.name}, ${cache}`;
        if (round >= 0) measured.set(key, [...(measured.get(key) ?? []), start]);
      }
  await slack.close();
  rmSync(folder, { recursive: true });

  const figures: [string, keyof Start, (value: number) => string, number?][] = [
    ['takes requests after', 'readyMs', ms, 2],
    ['processor time till then', 'cpuMs', ms],
    ['first command answered after', 'firstAnswerMs', ms],
    ['resident when idle', 'idleMb', (mb) => `${mb.toFixed(0)} MB`, 1.5],
  ];
  const of = (peer: Peer['name'], cache: Cache, figure: keyof Start) =>
    (measured.get(`${peer}, ${cache}`) ?? []).map((start) => start[figure]);
  const compared = caches.flatMap((cache) =>
    figures.map(([name, figure, unit, target]) => ({
      ...{ name: `${cache}: ${name}`, unit, target: cache === 'with nothing compiled' ? undefined : target },
      ...ratioOf(of('IMT Board', cache, figure), of('bare Bolt', cache, figure)),
    })),
  );
  return {
    title: 'Start and memory, beside a bare Bolt app',
    notes: [
      `${rounds} rounds of each by turns; the median, and behind it the least and the greatest. \`npm ci\` builds the app and leaves its compiled code for the first start; a bare app has none then. Later ones of both have what the start before left. In the last lines neither has any, as where nothing can be written.`,
    ],
    head: ['', 'IMT Board', 'bare Bolt', 'ratio', 'target'],
    rows: compared.map(({ name, unit, own, peer, ratio, target }) => [
      name,
      own.show(unit),
      peer.show(unit),
      ratio.show((value) => value.toFixed(2)),
      atMost(target),
    ]),
    ratios: compared
      .filter(({ target }) => target !== undefined)
      .map(({ name, ratio, target }) => ({ name, ratio: ratio.median, target })),
  };
}

let asked = 0;

async function oneStart(peer: Peer, slack: SlackForLoad, variables: Record<string, string>): Promise<Start> {
  const startedAt = performance.now();
  const app = await startPeer(peer, slack, variables);
  const cpuMs = processCpuMs(app.pid);
  await answeredAsk(app.url, askOf(slack, asked++, 'summary'), slack);
  const firstAnswerMs = performance.now() - startedAt;
  await wait(settleMs);
  const idleMb = residentMb(app.pid);
  await endPeer(app);
  return { readyMs: app.startMs, cpuMs, firstAnswerMs, idleMb };
}

/** From /proc, so this benchmark runs on Linux. */
function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}
