/** The thread in which charts are drawn, one after the other. */
import { parentPort } from 'node:worker_threads';
import { renderChart } from './render-chart.ts';

export interface ChartOrder {
  id: number;
  spec: Parameters<typeof renderChart>[0];
}

export type ChartDelivery = { id: number } & ({ png: Uint8Array } | { failure: string });

let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, spec }: ChartOrder) => {
  last = last.then(async () => parentPort?.postMessage(await delivery(id, spec)));
});

async function delivery(id: number, spec: ChartOrder['spec']): Promise<ChartDelivery> {
  try {
    return { id, png: await renderChart(spec) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
