import { randomUUID } from 'node:crypto';
import { commands } from '../commands/index.ts';
import { alarmOnSkew, appReadiness } from './app-readiness.ts';
import { createChartDrawer } from './charts/create-chart-drawer.ts';
import { createClock } from './clock.ts';
import { type Config, loadConfig } from './config.ts';
import { createAccess } from './create-access.ts';
import { createQuestions } from './create-questions.ts';
import { createReminders, type Reminders } from './create-reminders.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { createLog, type Log } from './log.ts';
import type { Sandbox, SandboxOptions } from './sandbox/create-sandbox.ts';
import { calendarRoute } from './slack/calendar-route.ts';
import { createSlackApp, type SlackApp } from './slack/create-slack-app.ts';
import { reportError } from './slack/error-report.ts';
import { createMaySeeBoard } from './slack/may-see-board.ts';
import { createRateLimiter } from './slack/rate-limits.ts';
import { StartError } from './start-error.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { lockForApp } from './store/app-lock.ts';
import { createAuditTrail } from './store/audit/create-audit-trail.ts';
import { createCalendarRecords } from './store/calendar-records.ts';
import { createFollowUpRecords } from './store/follow-up-records.ts';
import { nextWaitingAtMs } from './store/next-waiting.ts';
import { openStore } from './store/open-store.ts';
import { createSeenEvents } from './store/questions/seen-events.ts';
import { createTrialKeyRing } from './store/sealing/trial-key-ring.ts';
import { createTrialDatabase } from './store/trial-database.ts';
import { versionText } from './views/words.ts';

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

async function startApp(config: Config, log: Log): Promise<void> {
  const knowledge = loadKnowledge(new URL('../knowledge/', import.meta.url));
  const clock = createClock(config.clockStart);
  const { now } = clock;
  const databaseUrl = config.databaseUrl ?? createTrialDatabase();
  const unlock = lockForApp(databaseUrl);
  const store = await openStore(databaseUrl, config.keyRing ?? createTrialKeyRing(), versionText(knowledge));
  await alarmOnSkew(store, log);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { slack, ...place } = await reachSlack(config, {
    ...{ log, clock, newId, timeZone, keepsStore: config.databaseUrl !== undefined },
    tick: () => reminders.tick(),
    nextWaitingAtMs: (about) => nextWaitingAtMs(store.db, about),
  });
  const { access, isShutOut } = createAccess({ slack, rules: config.access, log });
  const reminders = createReminders({ ...config, slack, store, log, now, newId, timeZone, isShutOut });
  const followUps = createFollowUpRecords(store, timeZone, reminders.planner);
  const feeds = createCalendarRecords(store, now);
  let { publicUrl = null }: { publicUrl?: string | null } = config;
  const calendar = { ...feeds, publicUrl: () => publicUrl };
  const questions = createQuestions({ slack, store, knowledge, log, now, newId });
  const { records } = questions;
  const services = { knowledge, followUps, calendar, access, questions: records, now, newId };
  const audit = createAuditTrail({ store, log, nowMs: () => now().getTime() });
  const maySeeBoard = createMaySeeBoard(access);
  const calendars = calendarRoute({ feeds, maySeeBoard, audit, now, log, newReference });
  const routes = [calendars, ...(place.routes ?? [])];
  const readiness = appReadiness(store, reminders);
  const limiter = createRateLimiter();
  const seen = createSeenEvents(store, () => now().getTime());
  const parts = { commands, services, audit, seen, limiter, log, newReference, drawPicture };
  const app = createSlackApp({ ...parts, slack, ...place, routes, readiness });
  const port = await app.start(config.port);
  reminders.start();
  questions.start();
  // The store last: what is still being answered or delivered writes to it.
  stopOnSignal(async () => {
    const finished = await stopAll(app, reminders, place.sandbox);
    await Promise.all([audit.settled(), questions.settled(stopDeadlineMs)]);
    await store.close();
    unlock();
    return finished;
  }, log);
  if (place.sandbox === undefined)
    log.info({ port, mode: slack.mode, knowledge: knowledge.version }, 'IMT Board is ready');
  else {
    publicUrl ??= `http://localhost:${port}`;
    place.sandbox.connect(`http://127.0.0.1:${port}/slack/events`);
    process.stdout.write(`IMT Board is ready: open http://localhost:${port}\n`);
  }
}

/** With no Slack configured, to a small one on this machine. */
async function reachSlack({ slack }: Config, parts: Omit<SandboxOptions, 'commands'>) {
  if (slack.mode !== 'sandbox') return { slack };
  // Imported only here: an app that serves a hospital loads none of it.
  const { createSandbox } = await import('./sandbox/create-sandbox.ts');
  const sandbox = await createSandbox({ commands, ...parts });
  const { routes } = sandbox;
  return { slack: { mode: 'http' as const, ...sandbox.slack }, routes, host: '127.0.0.1', sandbox };
}

async function stopAll(app: SlackApp, reminders: Reminders, sandbox: Sandbox | undefined): Promise<boolean> {
  const parts = [app, reminders].map((part) => part.stop(stopDeadlineMs));
  const finished = await Promise.all(parts);
  await sandbox?.stop();
  return finished.every(Boolean);
}
