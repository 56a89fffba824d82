import { randomUUID } from 'node:crypto';
import { commands } from '../commands/index.ts';
import { createChartDrawer } from './charts/create-chart-drawer.ts';
import { createClock } from './clock.ts';
import { type Config, loadConfig } from './config.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { createLog, type Log } from './log.ts';
import { createSlackApp, type SlackApp, type SlackAppOptions } from './slack/create-slack-app.ts';
import { reportError } from './slack/error-report.ts';
import { StartError } from './start-error.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { createFollowUpRecords } from './store/follow-up-records.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** Below the ten seconds after which container runtimes kill. */
const stopDeadlineMs = 8_000;

const newId = () => randomUUID() as string;
const { draw: drawPicture } = createChartDrawer();
const newReference = () => newId().slice(0, 8);

try {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => reportError(error, 'unexpected error', newReference(), log));
  await startApp(config, log);
} catch (error) {
  const mendable = error instanceof StartError || error instanceof KnowledgeError;
  process.stderr.write(`${mendable ? error.message : (error as Error).stack}\n`);
  process.exit(mendable ? 2 : 1);
}

async function startApp({ slack, port, databaseUrl, clockStart }: Config, log: Log): Promise<void> {
  const knowledge = loadKnowledge(new URL('../knowledge/', import.meta.url));
  const now = createClock(clockStart);
  const store = await openStore(databaseUrl);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const followUps = createFollowUpRecords(store, timeZone);
  const services = { knowledge, followUps, now, newId };
  const shared = { commands, services, log, newReference, drawPicture };
  if (slack.mode === 'sandbox') await startSandbox(shared, port, store);
  else {
    const app = createSlackApp({ ...shared, slack });
    const boundPort = await app.start(port);
    stopOnSignal(() => stopAll(app, store), log);
    log.info({ port: boundPort, mode: slack.mode, knowledge: knowledge.version }, 'IMT Board is ready');
  }
}

/** The store last: what is still being answered writes to it. */
async function stopAll(app: SlackApp, store: Store): Promise<boolean> {
  const allAnswered = await app.stop(stopDeadlineMs);
  await store.close();
  return allAnswered;
}

async function startSandbox(
  shared: Omit<SlackAppOptions, 'slack'>,
  port: number,
  store: Store,
): Promise<void> {
  // Imported only here: an app that serves a hospital loads none of it.
  const { createSandbox } = await import('./sandbox/create-sandbox.ts');
  const { commands, log, services } = shared;
  const sandbox = await createSandbox({ commands, log, now: services.now, newId: services.newId });
  const app = createSlackApp({
    ...shared,
    slack: { mode: 'http', ...sandbox.slack },
    routes: sandbox.routes,
    host: '127.0.0.1',
  });
  const boundPort = await app.start(port);
  sandbox.connect(`http://127.0.0.1:${boundPort}/slack/events`);
  stopOnSignal(async () => {
    await sandbox.stop();
    return stopAll(app, store);
  }, log);
  process.stdout.write(`IMT Board is ready: open http://localhost:${boundPort}\n`);
}
