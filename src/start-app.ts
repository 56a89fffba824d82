import { randomUUID } from 'node:crypto';
import { commands } from '../commands/index.ts';
import { alarmOnSkew, appReadiness } from './app-readiness.ts';
import { createChartDrawer } from './charts/create-chart-drawer.ts';
import { createClock } from './clock.ts';
import { type Config, loadConfig } from './config.ts';
import { createAccess } from './create-access.ts';
import { createCuration } from './create-curation.ts';
import { createQuestions } from './create-questions.ts';
import { createReminders } from './create-reminders.ts';
import { createWorkspaces } from './create-workspaces.ts';
import { createKnowledgeShelf } from './knowledge/knowledge-shelf.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { createLog, type Log } from './log.ts';
import { machineFault } from './machine-fault.ts';
import { loadStatementChooser } from './model/load-statement-chooser.ts';
import { openAppStore } from './open-app-store.ts';
import { knowledgeFolder } from './project-folder.ts';
import { reachSlack } from './reach-slack.ts';
import { reloadOnSignal } from './reload-on-signal.ts';
import { calendarRoute } from './slack/calendar-route.ts';
import { createSlackApp } from './slack/create-slack-app.ts';
import { reportError } from './slack/error-report.ts';
import { createMaySeeBoard } from './slack/may-see-board.ts';
import { createPeople } from './slack/people.ts';
import { createRateLimiter } from './slack/rate-limits.ts';
import { createTextSealer } from './slack/text-sealer.ts';
import { StartError } from './start-error.ts';
import { startMetrics } from './start-metrics.ts';
import { startStatus } from './start-status.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { createAuditTrail } from './store/audit/create-audit-trail.ts';
import { createCalendarRecords } from './store/calendar-records.ts';
import { createFollowUpRecords } from './store/follow-up-records.ts';
import { createRequestsInHand } from './store/in-hand/create-requests-in-hand.ts';
import { createInstallations } from './store/installations/create-installations.ts';
import { nextWaitingAtMs } from './store/next-waiting.ts';
import { createSeenEvents } from './store/questions/seen-events.ts';
import { buttonKeys } from './store/sealing/key-ring.ts';
import { tellAbandoned } from './tell-abandoned.ts';
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
  const says = mendable ? error.message : machineFault(error);
  process.stderr.write(`${says ?? (error as Error).stack}\n`);
  process.exit(startStatus(error));
}

/** Puts the app together from what its store, its knowledge base and its Slack are, and starts it. */
async function startApp(config: Config, log: Log): Promise<void> {
  const clock = createClock(config.clockStart);
  const { now } = clock;
  const nowMs = () => now().getTime();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

  // Before the files are read, which it asks to be read again.
  const signalled = reloadOnSignal();
  const shelf = createKnowledgeShelf(() => loadKnowledge(knowledgeFolder));
  const opened = await openAppStore(config, log, () => versionText(shelf.current()));
  const { store } = opened;
  await alarmOnSkew(store, log);
  const audit = createAuditTrail({ store, log, nowMs });
  const seen = createSeenEvents(store, nowMs);
  const inHand = createRequestsInHand(store, opened.databaseUrl, { log, nowMs });

  const { slack, rules, local } = await reachSlack(config, {
    ...{ commands, log, clock, newId, timeZone, keepsStore: config.databaseUrl !== undefined },
    tick: () => reminders.tick(),
    nextWaitingAtMs: (about) => nextWaitingAtMs(store.db, about),
  });
  const installations = createInstallations({ store, nowMs, newId });
  const workspaces = createWorkspaces({ slack, installations, seen, audit, log, newReference });
  const clientOf = workspaces.clients.forTeam;
  // By a clock that nobody sets: what Slack said grows old also where the app's own stands still or the machine's goes back.
  const people = createPeople(clientOf, log, () => performance.now());
  const { access, isShutOut } = createAccess({ clientOf, people, rules, log });

  const shared = { clientOf, store, log, now, newId };
  const reminders = createReminders({ ...config, ...shared, people, timeZone, isShutOut });
  const questions = createQuestions({ ...shared, knowledge: shelf.current });
  const abandoned = tellAbandoned({ inHand, clientOf, nowMs, log });
  const curation = createCuration({ ...shared, shelf, audit });
  const feeds = createCalendarRecords(store, now);
  let { publicUrl = null }: { publicUrl?: string | null } = config;
  const services = {
    get knowledge() {
      return shelf.current();
    },
    followUps: createFollowUpRecords(store, timeZone, reminders.planner),
    calendar: { ...feeds, publicUrl: () => publicUrl },
    ...{ access, questions: questions.records, curation: curation.records, now, newId },
    chooser: await loadStatementChooser(config.model, { log, audit, nowMs: () => performance.now() }),
  };

  const maySeeBoard = createMaySeeBoard(access);
  const calendars = calendarRoute({ feeds, maySeeBoard, audit, now, log, newReference });
  const app = createSlackApp({
    ...{ slack, ...workspaces, commands, services, inHand, audit, seen, log, newReference, drawPicture },
    host: local?.host ?? config.host,
    routes: [calendars, ...workspaces.routes, ...(local?.routes ?? [])],
    sealer: createTextSealer(buttonKeys(opened.keyRing)),
    limiter: createRateLimiter(),
    readiness: appReadiness(store, reminders),
  });
  const metrics = await startMetrics(config, { knowledge: shelf.current, now, store, reminders });

  // Before the first request: nobody is shown without its mark what was flagged before.
  await curation.start();
  const port = await app.start(config.port);
  reminders.start();
  questions.start();
  abandoned.start();
  if (local === undefined) signalled.begin(curation.reload);
  else signalled.leaveToTerminal();
  // The store last: what is still being answered or delivered writes to it.
  stopOnSignal(async () => {
    const finished = await Promise.all([app, reminders].map((part) => part.stop(stopDeadlineMs)));
    await local?.sandbox.stop();
    await metrics?.stop();
    await Promise.all([
      audit.settled(),
      ...[questions, curation, abandoned].map((part) => part.settled(stopDeadlineMs)),
    ]);
    await inHand.close();
    await opened.close();
    return finished.every(Boolean);
  }, log);
  if (local === undefined)
    log.info({ port, mode: slack.mode, knowledge: shelf.current().version }, 'IMT Board is ready');
  else {
    publicUrl ??= `http://localhost:${port}`;
    local.sandbox.connect(`http://127.0.0.1:${port}/slack/events`);
    process.stdout.write(`IMT Board is ready: open http://localhost:${port}\n`);
  }
}
