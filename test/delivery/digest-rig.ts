import type { BoardSettings } from '../../src/followup/follow-up.ts';
import { listOfBoard } from '../../src/store/digests.ts';
import { startSqlite } from '../store/engines.ts';
import { deliveryRig } from './delivery-rig.ts';
import { board } from './open-reminders.ts';

/** It is Tuesday, 23 February 2027, noon in UTC; the board's digest is due on Mondays at 00:00. */
export const untilMondayMs = 5.5 * 24 * 60 * 60_000;

/** A board with one scan, looked through once so that its first digest waits, unless `looked` is false. */
export async function digestRig(
  changed: Partial<BoardSettings> = {},
  { start = startSqlite, looked = true }: { start?: typeof startSqlite; looked?: boolean } = {},
) {
  const rig = await deliveryRig({ UOWNER: 1 }, changed, start);
  if (looked) await rig.tick();
  return {
    ...rig,
    digests: () => rig.standIn.posted.filter(({ channel }) => channel === board.channelId),
    told: () => rig.standIn.posted.filter(({ text }) => text.includes('could not be posted')),
    steps: async () =>
      (await listOfBoard(rig.store.db, board)).map(({ step, state }) => `${step} ${state}`).reverse(),
  };
}
