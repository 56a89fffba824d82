import { Worker } from 'node:worker_threads';
import { projectFolder } from '../project-folder.ts';
import type { ChartDelivery, ChartOrder } from './chart-worker.ts';

export interface ChartDrawer {
  /** A Vega-Lite chart as PNG. Rejects what cannot be drawn, or not in time. */
  draw(spec: object): Promise<Uint8Array>;
}

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}

const patienceMs = 15_000;
const idleMs = 60_000;
/** Vega leaves much short-lived garbage, which V8 would otherwise keep half a gigabyte for. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/**
 * Draws in a thread of its own, so that no request waits for a picture; the thread begins with the first
 * picture and ends a minute after the last, and gives its memory back.
 */
export function createChartDrawer(): ChartDrawer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (reason: string) => {
    const ended = worker;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
    void ended?.terminate();
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL('src/charts/chart-worker.ts', projectFolder), {
      execArgv: [],
      resourceLimits,
    });
    begun.on('error', (error) => begun === worker && end(`the drawing thread failed: ${error.message}`));
    begun.on('message', (delivery: ChartDelivery) => {
      const order = waiting.get(delivery.id);
      waiting.delete(delivery.id);
      if ('png' in delivery) order?.resolve(delivery.png);
      else order?.reject(new Error(delivery.failure));
      if (waiting.size > 0) return;
      // An idle thread must not keep the app from stopping; a picture at hand must.
      begun.unref();
      idle = setTimeout(() => end('idle'), idleMs).unref();
    });
    return begun;
  };

  return {
    draw(spec) {
      clearTimeout(idle);
      worker ??= begin();
      worker.ref();
      lastId += 1;
      const order = { id: lastId, spec } as ChartOrder;
      const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(order.id, { resolve, reject }));
      const late = setTimeout(
        () => waiting.has(order.id) && end('the picture took too long'),
        patienceMs,
      ).unref();
      worker.postMessage(order);
      return drawn.finally(() => clearTimeout(late));
    },
  };
}
