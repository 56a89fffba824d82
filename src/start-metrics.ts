import { commands } from '../commands/index.ts';
import type { KnowledgeBase } from '../knowledge/schema.ts';
import type { Config } from './config.ts';
import type { Reminders } from './create-reminders.ts';
import type { MetricsServer } from './metrics/serve-metrics.ts';
import { readOutboxFigures } from './store/outbox-figures.ts';
import type { Store } from './store/store.ts';

export interface MeasuredParts {
  knowledge(): KnowledgeBase;
  now(): Date;
  store: Store;
  reminders: Pick<Reminders, 'lastTickAtMs'>;
}

/** Undefined where no port is configured for them. */
export async function startMetrics(
  { metrics }: Pick<Config, 'metrics'>,
  { knowledge, now, store, reminders }: MeasuredParts,
): Promise<MetricsServer | undefined> {
  if (!metrics) return undefined;
  // Imported only here: an app that nobody measures loads none of it.
  const { serveMetrics } = await import('./metrics/serve-metrics.ts');
  const commandNames = new Set(commands.map(({ name }) => name));
  const readOutbox = (nowMs: number) => readOutboxFigures(store.db, nowMs);
  const { lastTickAtMs } = reminders;
  return serveMetrics({ ...metrics, commandNames, knowledge, now, readOutbox, lastTickAtMs });
}
