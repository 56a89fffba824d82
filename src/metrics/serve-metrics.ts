import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { StartError } from '../start-error.ts';
import type { OutboxFigures } from '../store/outbox-figures.ts';
import { createInstruments } from './create-instruments.ts';
import { createKnowledgeGauges } from './knowledge-gauges.ts';
import { createStoreGauges } from './store-gauges.ts';

export interface MetricsOptions {
  port: number;
  host: string;
  commandNames: ReadonlySet<string>;
  knowledge(): KnowledgeBase;
  readOutbox(nowMs: number): Promise<OutboxFigures>;
  lastTickAtMs(): number | null;
  now(): Date;
}

export interface MetricsServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * `GET /metrics` for Prometheus, on a port of its own: what a hospital's app is used for is nobody's but its
 * operators', so it never shares the port that Slack reaches.
 */
export async function serveMetrics(options: MetricsOptions): Promise<MetricsServer> {
  const { knowledge, now, lastTickAtMs, commandNames } = options;
  const nowMs = () => now().getTime();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const stopListening = createInstruments(registry, commandNames);
  const readStore = createStoreGauges(registry, () => options.readOutbox(nowMs()), nowMs);
  const readKnowledge = createKnowledgeGauges(registry, knowledge, now);
  const lastTick = new Gauge({
    name: 'imt_last_tick_timestamp_seconds',
    help: 'When the last delivery tick of this process ended well; 0 before the first',
    registers: [registry],
  });
  const scrape = async () => {
    await readStore();
    readKnowledge();
    lastTick.set((lastTickAtMs() ?? 0) / 1000);
    return registry.metrics();
  };
  // Two scrapers at once share one look at the store.
  let underWay: Promise<string> | undefined;
  const server = createServer(async (request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (path !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end('The metrics are at GET /metrics.\n');
      return;
    }
    underWay ??= scrape().finally(() => {
      underWay = undefined;
    });
    try {
      const text = await underWay;
      response
        .writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
        .end(text);
    } catch {
      response.writeHead(500).end('The metrics could not be read.\n');
    }
  });
  try {
    await once(server.listen(options.port, options.host), 'listening');
  } catch (error) {
    stopListening();
    const { code = 'unknown' } = error as { code?: string };
    throw new StartError(
      `The metrics cannot be served on ${options.host} port ${options.port} (${code}). Set METRICS_PORT to a free port and METRICS_HOST to an address of this machine, or unset METRICS_PORT.`,
      { mayPass: code === 'EADDRINUSE' || code === 'EADDRNOTAVAIL' },
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      stopListening();
      server.closeAllConnections();
      server.close();
    },
  };
}
