import { createChartDrawer } from '../src/charts/create-chart-drawer.ts';
import { renderChart } from '../src/charts/render-chart.ts';
import { compareTyped } from '../src/dose/compare-typed.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { doseCharts } from '../src/views/dose-charts/dose-charts.ts';
import type { Benchmark } from './benchmark.ts';
import { percentile } from './percentile.ts';

const rounds = 40;

/** The two pictures of three schedules, drawn in the app's own thread for them; the first pays for its start. */
export async function pictureBenchmark(): Promise<Benchmark> {
  const { alphaBeta } = loadKnowledge(new URL('../knowledge/', import.meta.url));
  const { comparison } = compareTyped('60/30 vs 55/20 vs 40/15', { cases: [], shown: alphaBeta.shown });
  const { draw } = createChartDrawer();
  const bare = (spec: object) => renderChart(spec as Parameters<typeof renderChart>[0]);
  const charts = doseCharts(comparison);
  const peers = charts.flatMap(({ title, spec }) => [
    { title: `${title}, in its thread`, spec, draw },
    { title: `${title}, bare Vega and resvg`, spec, draw: bare },
  ]);
  const rows = [];
  for (const { title, spec, draw } of peers) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      await draw(spec);
      times.push(performance.now() - startedAt);
    }
    const [first = 0, ...warm] = times;
    rows.push([
      title,
      ...[first, percentile(warm, 0.5), percentile(warm, 0.95)].map((ms) => `${ms.toFixed(0)} ms`),
    ]);
  }
  return {
    title: 'Pictures',
    notes: [`${rounds} times each (target: under 300 ms once the thread runs).`],
    head: ['', 'first', 'p50', 'p95'],
    rows,
  };
}
