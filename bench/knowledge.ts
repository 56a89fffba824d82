import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Benchmark } from './benchmark.ts';

const runs = 10;
const synthetic = 10_000;
const targets = { base: 'target: 300 ms', synthetic: 'targets: 5 s, 500 MB' };
const knowledge = fileURLToPath(new URL('../knowledge/', import.meta.url));
/** Three statements of ordinary length: what the real sources have on average. */
const model = 'sources/baldi-2020.yml';

interface Load {
  wallMs: number;
  cpuMs: number;
  peakMb: number;
  sources: number;
}

/** Reading and checking the whole knowledge base, and one of 10,000 synthetic sources; each in a process of its own. */
export function knowledgeBenchmark(): Benchmark {
  const loads = Array.from({ length: runs }, () => loadIn(knowledge));
  const large = loadIn(syntheticFolder());
  return {
    title: 'Loading and checking the knowledge base',
    notes: [`Best of ${runs} (${targets.base}); once 10,000 synthetic sources (${targets.synthetic}).`],
    head: ['', 'sources', 'wall', 'CPU', 'peak memory'],
    rows: [
      ['knowledge/', ...row(best(loads))],
      ['synthetic', ...row(large)],
    ],
  };
}

function row({ sources, wallMs, cpuMs, peakMb }: Load): string[] {
  return [String(sources), `${wallMs.toFixed(0)} ms`, `${cpuMs.toFixed(0)} ms`, `${peakMb.toFixed(0)} MB`];
}

function best(loads: readonly Load[]): Load {
  const least = (of: (load: Load) => number) => Math.min(...loads.map(of));
  return {
    sources: loads[0]?.sources ?? 0,
    wallMs: least(({ wallMs }) => wallMs),
    cpuMs: least(({ cpuMs }) => cpuMs),
    peakMb: least(({ peakMb }) => peakMb),
  };
}

const script = `
const { loadKnowledge } = await import(${JSON.stringify(new URL('../src/knowledge/load-knowledge.ts', import.meta.url).href)});
const before = process.cpuUsage();
const startedAt = performance.now();
const { sources } = loadKnowledge(new URL(process.argv[1]));
const wallMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(before);
const peakMb = process.resourceUsage().maxRSS * 1024 / 1e6;
console.log(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, peakMb, sources: sources.size }));`;

function loadIn(folder: string): Load {
  const address = pathToFileURL(join(folder, '/')).href;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=4', '--input-type=module', '--eval', script, address],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The real base with one source copied under 10,000 names; removed when the process ends. */
function syntheticFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-knowledge-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(knowledge, folder, { recursive: true });
  mkdirSync(join(folder, 'sources/synthetic'));
  const text = readFileSync(join(folder, model), 'utf8');
  for (let i = 0; i < synthetic; i += 1) {
    writeFileSync(
      join(folder, `sources/synthetic/${i}.yml`),
      text.replaceAll('baldi-2020', `synthetic-${i}`),
    );
  }
  return folder;
}
