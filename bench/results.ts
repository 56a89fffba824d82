import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import packageJson from '../package.json' with { type: 'json' };
import type { Benchmark } from './benchmark.ts';

/** One part as it was measured last, and where. */
export interface Result extends Benchmark {
  measuredAt: string;
  /** Of the minutes before its end: processes that wanted a processor, on average. */
  load: string;
  machine: string;
  versions: string;
}

/** Kept beside the report, so that measuring one part anew leaves what is said of the others as it was. */
const file = new URL('../docs/benchmarks.json', import.meta.url);

export function readResults(): Record<string, Result> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

export function keepResult(name: string, benchmark: Benchmark): void {
  const [oneMinute = 0, fiveMinutes = 0] = loadavg();
  const { dependencies, devDependencies } = packageJson;
  const [processor] = cpus();
  const result: Result = {
    ...benchmark,
    measuredAt: new Date().toISOString().slice(0, 16).replace('T', ' '),
    load: `${oneMinute.toFixed(1)} (5 minutes: ${fiveMinutes.toFixed(1)})`,
    machine: `${cpus().length} × ${processor?.model ?? 'unknown'}, ${(totalmem() / 1e9).toFixed(0)} GB, ${process.platform} ${process.arch}`,
    versions: [
      `Node ${process.versions.node}`,
      `Bolt ${dependencies['@slack/bolt']}`,
      `MiniSearch ${dependencies.minisearch}`,
      `pg-boss ${devDependencies['pg-boss']}`,
    ].join(', '),
  };
  writeFileSync(file, `${JSON.stringify({ ...readResults(), [name]: result }, null, 2)}\n`);
}
