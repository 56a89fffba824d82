import { setImmediate as afterWrites, setTimeout as wait } from 'node:timers/promises';
import { inHandTiming } from '../../in-hand-timing.ts';
import type { Log } from '../../log.ts';
import type { RequestInHand, RequestsInHand } from '../../requests-in-hand.ts';
import { createRunningWork } from '../../running-work.ts';
import type { Store } from '../store.ts';
import { gathered } from './gathered.ts';
import { openRequest, sealRequest } from './seal-request.ts';

/** A database that does not answer holds up no acknowledgement for longer. */
const mostHeldUpMs = 500;

/** In a table that all replicas share: what one leaves when it is killed, another finds. */
export function tableInHand(store: Store, { log, nowMs }: { log: Log; nowMs(): number }): RequestsInHand {
  const { keptMs, everyMs } = inHandTiming;
  const held = new Map<string, Promise<unknown>>();
  const ending = createRunningWork();
  /** Answered while the database was away: nobody is to be told of it once that is back. */
  const stillThere = new Set<string>();
  let inserting = 0;
  const insert = gathered(async (requests: RequestInHand[]) => {
    const keptUntilMs = nowMs() + keptMs;
    const { db } = store;
    const rows = requests.map((one) => ({ id: one.id, sealed: sealRequest(db.sealing, one), keptUntilMs }));
    inserting++;
    try {
      await db.insertInto('requestInHand').values(rows).execute();
    } finally {
      inserting--;
    }
  });
  const remove = gathered(async (ids: string[]) => {
    await store.db.deleteFrom('requestInHand').where('id', 'in', ids).execute();
  });
  const quietly = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return true;
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'what is in hand could not be kept in the database');
      return false;
    }
  };
  const again = setInterval(() => {
    for (const id of stillThere) void takeAway(id);
    // A process that works on something for long is not gone.
    const ids = [...held.keys()];
    if (ids.length > 0) void quietly(keepOn(ids));
  }, everyMs).unref();

  async function takeAway(id: string): Promise<void> {
    if (await quietly(remove(id))) stillThere.delete(id);
    else stillThere.add(id);
  }

  async function end(id: string): Promise<void> {
    // Not before it was written, or it would be written after.
    await held.get(id);
    held.delete(id);
    await takeAway(id);
  }

  async function keepOn(ids: string[]): Promise<void> {
    await store.db
      .updateTable('requestInHand')
      .set({ keptUntilMs: nowMs() + keptMs })
      .where('id', 'in', ids)
      .execute();
  }

  /** One replica gets it, and has as long to tell of it as a process has that works on it. */
  async function claim({ id, keptUntilMs }: { id: string; keptUntilMs: number }): Promise<boolean> {
    const { numUpdatedRows } = await store.db
      .updateTable('requestInHand')
      .set({ keptUntilMs: nowMs() + keptMs })
      .where('id', '=', id)
      .where('keptUntilMs', '=', keptUntilMs)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows) === 1;
  }

  return {
    async take(request) {
      // What the operating system has for the database's server arrives there, whatever becomes of this process.
      const isSentAtOnce = inserting === 0 && store.writesAtOnce();
      const kept = quietly(insert(request));
      held.set(request.id, kept);
      if (isSentAtOnce) await afterWrites();
      else await Promise.race([kept, wait(mostHeldUpMs, undefined, { ref: false })]);
    },
    done: (id) => ending.track(end(id)),
    async abandoned() {
      const left = await store.db
        .selectFrom('requestInHand')
        .selectAll()
        .where('keptUntilMs', '<', nowMs())
        .orderBy('keptUntilMs')
        .limit(100)
        .execute();
      const claimed: RequestInHand[] = [];
      for (const row of left) {
        if (!(await claim(row))) continue;
        const request = openRequest(store.db.sealing, row.id, row.sealed, log);
        if (request) claimed.push(request);
        else void takeAway(row.id);
      }
      return claimed;
    },
    async close() {
      clearInterval(again);
      await ending.settled(mostHeldUpMs);
    },
  };
}
