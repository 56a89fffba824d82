import { sql } from 'kysely';
import type { Reminders } from './create-reminders.ts';
import type { Log } from './log.ts';
import type { Readiness } from './slack/health-routes.ts';
import { readClockSkewMs } from './store/clock-skew.ts';
import { unreadKeyIds } from './store/sealing/refuse-unread-keys.ts';
import type { Store } from './store/store.ts';

/** Replicas claim by their own clocks; this is far below a lease and far above what clocks of one network differ by. */
const mostSkewMs = 30_000;

/** What of the store and of reminders must hold for the app to be ready. */
export function appReadiness(
  store: Store,
  reminders: Pick<Reminders, 'tickedRecently'>,
  machineMs: () => number = Date.now,
): Readiness {
  return {
    async storeReachable() {
      await sql`select 1`.execute(store.db);
      return true;
    },
    remindersTicking: () => reminders.tickedRecently(),
    keysOpenStore: async () => (await unreadKeyIds(store.db).execute()).length === 0,
    clockRight: async () => Math.abs(await readClockSkewMs(store, machineMs)) < mostSkewMs,
  };
}

/** Says at the start what would otherwise show as messages that come early, late or twice. */
export async function alarmOnSkew(store: Store, log: Log, machineMs: () => number = Date.now): Promise<void> {
  const skewMs = await readClockSkewMs(store, machineMs);
  if (Math.abs(skewMs) >= mostSkewMs)
    log.error(
      { alarm: 'clock-skew', skewMs: Math.round(skewMs) },
      'the clock of this machine and that of the database differ: set both by the network',
    );
}

/** False, with an alarm, when another process sealed with a key that this one does not have: it must be restarted. */
export async function alarmOnUnreadKeys({ db }: Pick<Store, 'db'>, log: Log): Promise<boolean> {
  const unread = await unreadKeyIds(db).execute();
  if (unread.length === 0) return true;
  log.error(
    { alarm: 'keys', keys: unread.map(({ keyId }) => keyId) },
    'the store was sealed with a key that this process does not have, and nothing is delivered: restart it with that key in ENCRYPTION_KEYS',
  );
  return false;
}
