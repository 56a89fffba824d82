import type { AuditTrail } from './audit-trail.ts';
import { notCarriedOver } from './evidence/curation/carried-over.ts';
import type { CurationRecords, ReloadOutcome } from './evidence/curation/curation-records.ts';
import { flagsByPerson } from './evidence/curation/flags-by-person.ts';
import type { KnowledgeShelf } from './knowledge/knowledge-shelf.ts';
import type { Log } from './log.ts';
import { createRunningWork } from './running-work.ts';
import type { ClientOf } from './slack/clients.ts';
import { reportError } from './slack/error-report.ts';
import { decideFlag, flagClaim, listOpenFlags } from './store/curation/claim-flags.ts';
import { approveEntry } from './store/curation/claim-reviews.ts';
import { type CurationState, countUp, readCurationState } from './store/curation/curation-state.ts';
import { type FlagNews, listFlagNews, returnFlagNews, takeFlagNews } from './store/curation/flag-news.ts';
import { readCuration } from './store/curation/read-curation.ts';
import type { Store } from './store/store.ts';
import { type News, tellNews } from './tell-news.ts';
import { flagNews } from './views/curation/flag-news.ts';

export interface CurationOptions {
  clientOf: ClientOf;
  store: Store;
  shelf: KnowledgeShelf;
  audit: AuditTrail;
  log: Log;
  now(): Date;
  newId(): string;
}

/** Curation in a running app. */
export interface Curation {
  records: CurationRecords;
  /** Reads the files again, as somebody at the machine asks by a signal. */
  reload(): ReloadOutcome;
  /** Resolves when what the store says is served; from then on it watches for what other processes change. */
  start(): Promise<void>;
  settled(deadlineMs: number): Promise<boolean>;
}

/** How long another process goes on without a mark: one small read each time. */
const watchEveryMs = 2_000;
const tellAgainMs = 60 * 60_000;

/** Puts together what is served, what people say of it, and what curators make of that. */
export function createCuration(options: CurationOptions): Curation {
  const { clientOf, store, shelf, audit, log, now, newId } = options;
  const running = createRunningWork();
  const nowMs = () => now().getTime();
  const stamp = () => ({ id: newId(), atMs: nowMs() });
  const timers: NodeJS.Timeout[] = [];
  let seen: CurationState = { changes: 0, reloads: 0 };

  function reloadBy(actor: string, teamId = ''): ReloadOutcome {
    const outcome = shelf.reload();
    const { version } = shelf.current();
    if (outcome.kind === 'refused')
      log.error({ mistakes: outcome.mistakes, served: version }, 'the knowledge base was not reloaded');
    else log.info({ knowledge: version, outcome: outcome.kind }, 'the knowledge base was reloaded');
    audit.record({
      ...{ actor, teamId, channelId: '', action: 'changed', what: 'knowledge base' },
      ...{ about: [version.hash], outcome: outcome.kind },
    });
    return outcome;
  }

  /** The counts before what they count: a change in between is only read twice. */
  async function readAgain(): Promise<void> {
    const state = await readCurationState(store.db);
    if (state.changes !== seen.changes) shelf.curate(await readCuration(store.db));
    const reloadAsked = state.reloads !== seen.reloads;
    seen = state;
    if (reloadAsked) reloadBy('app');
  }

  /** One after the other: what was read earlier must not take the place of what was read later. */
  let reading: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => {
    reading = reading.catch(() => {}).then(readAgain);
    return reading;
  };

  const reporting = (what: string, work: () => Promise<void>) =>
    running.track(work().catch((error) => reportError(error, what, newId().slice(0, 8), log)));

  const news: News<FlagNews> = {
    list: () => listFlagNews(store),
    take: (one, atMs) => takeFlagNews(store, one, atMs),
    giveBack: (one, takenAtMs) => returnFlagNews(store, one, takenAtMs),
    message: (one) => flagNews(one, shelf.current()),
    notTold: 'somebody was not told what became of their flag',
  };
  const tell = () =>
    void reporting('telling what became of flags failed', () => tellNews(news, { clientOf, log, nowMs }));

  let unread = false;
  /** While the database is away it is said once, not at each look. */
  async function watchStore(): Promise<void> {
    try {
      await refresh();
      if (unread) log.info({}, 'flags and reviews are read again');
      unread = false;
    } catch (error) {
      if (!unread) reportError(error, 'flags and reviews could not be read', newId().slice(0, 8), log);
      unread = true;
    }
  }

  const records: CurationRecords = {
    async flag(by, claim, { reason, note }) {
      const { id: claimId, contentHash } = claim;
      const flag = { ...stamp(), teamId: by.teamId, userId: by.userId, claimId, contentHash, reason, note };
      const kept = await store.transaction((tx) => flagClaim(tx, flag));
      if (kept) await refresh();
      return kept;
    },
    openFlags: async () => flagsByPerson(await listOpenFlags(store.db)),
    async notCarriedOver() {
      const { decided, approvals } = notCarriedOver(shelf.asFiled(), await readCuration(store.db));
      return decided.length + approvals.length;
    },
    async decide(by, flagId, decision) {
      const decided = await store.transaction((tx) =>
        decideFlag(tx, by, flagId, { ...decision, atMs: nowMs() }),
      );
      if (decided) {
        await refresh();
        tell();
      }
      return decided;
    },
    async approve(by, { id: entryId, contentHash }, name) {
      await store.transaction((tx) => approveEntry(tx, by, { entryId, contentHash, by: name }, stamp()));
      await refresh();
    },
    async reload({ userId, teamId }) {
      // Before the files: whoever asks for another reload while they are read is not passed over.
      const { reloads } = await readCurationState(store.db);
      const outcome = reloadBy(userId, teamId);
      // What this process refuses the others need not try; what it has already they may not.
      if (outcome.kind !== 'refused') {
        await store.transaction((tx) => countUp(tx, 'reloads'));
        seen = { ...seen, reloads: reloads + 1 };
      }
      return outcome;
    },
  };

  return {
    records,
    reload: () => reloadBy('app'),
    async start() {
      seen = { changes: 0, reloads: (await readCurationState(store.db)).reloads };
      await refresh();
      tell();
      const watch = () => void running.track(watchStore());
      timers.push(setInterval(watch, watchEveryMs).unref(), setInterval(tell, tellAgainMs).unref());
    },
    settled(deadlineMs) {
      for (const timer of timers) clearInterval(timer);
      return running.settled(deadlineMs);
    },
  };
}
