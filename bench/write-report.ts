import { mkdirSync, writeFileSync } from 'node:fs';
import { renderChart } from '../src/charts/render-chart.ts';
import { benchmarkChart } from './benchmark-chart.ts';
import { type Result, readResults } from './results.ts';

const pixelsPerPoint = 2;
const docs = new URL('../docs/', import.meta.url);

/** Writes `docs/benchmarks.md` and its picture from what was measured last, in this order. */
export async function writeReport(order: readonly string[]): Promise<void> {
  const results = readResults();
  const parts = order.flatMap((name) => results[name] ?? []);
  const ratios = parts.flatMap((part) => part.ratios ?? []);
  const growth = parts.flatMap((part) => part.growth ?? []);
  // A first run of some parts alone has not all that the picture shows.
  if (ratios.length > 0 && growth.length > 0) {
    mkdirSync(new URL('images/', docs), { recursive: true });
    const png = await renderChart(benchmarkChart(ratios, growth), pixelsPerPoint);
    writeFileSync(new URL('images/benchmarks.png', docs), png);
  }
  writeFileSync(new URL('benchmarks.md', docs), `${[head, ...parts.map(section)].join('\n\n')}\n`);
}

const head = `# Benchmarks

Written by \`npm run bench\`; \`npm run bench -- slash start\` measures these parts anew and leaves the others. What is
compared is measured in the same run, by turns, so that a ratio holds where a figure of a busy machine does not: each
table says how much else ran. From \`/proc\`, so on Linux.

![How many times what a bare Bolt app needs, and what becomes of figures when there is more](images/benchmarks.png)`;

function section({ title, notes, head, rows, measuredAt, load, machine, versions }: Result): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    notes.join(' '),
    [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n'),
    `Measured ${measuredAt} UTC, load average ${load}, on ${machine}; ${versions}.`,
  ].join('\n\n');
}
