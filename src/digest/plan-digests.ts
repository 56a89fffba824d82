import type { DeliveryContext } from '../delivery/delivery-context.ts';
import type { Board, BoardSettings } from '../followup/follow-up.ts';
import { boardSettingsOf } from '../store/board-settings.ts';
import {
  enqueueOfBoard,
  listBoards,
  listOfBoard,
  listWaitingOfBoards,
  moveWaiting,
} from '../store/digests.ts';
import type { Tx } from '../store/store.ts';
import { digestStep, readDigestStep } from './digest-step.ts';
import { digestMoment, nextDigest } from './digest-week.ts';

type PlanningContext = Pick<DeliveryContext, 'store' | 'nowMs' | 'newId' | 'defaultTimeZone'>;

/**
 * Sees that every board has its next digest waiting, at the time that its settings say by now. Each digest that ends
 * brings the next one, so this is for boards that are new and for settings that changed; doing it twice, or on two
 * replicas, changes nothing.
 */
export async function planDigests(context: PlanningContext): Promise<void> {
  const { store, nowMs, newId, defaultTimeZone } = context;
  const waiting = new Map(
    (await listWaitingOfBoards(store.db)).flatMap((one) => {
      const weekOn = readDigestStep(one.step);
      return weekOn === null ? [] : [[keyOf(one.board), { ...one, weekOn }] as const];
    }),
  );
  for (const board of await listBoards(store.db)) {
    const digest = waiting.get(keyOf(board));
    const settings = await boardSettingsOf(store.db, board, defaultTimeZone);
    if (digest === undefined) await store.transaction((tx) => planNextDigest(tx, settings, nowMs(), newId));
    else {
      const dueAtMs = digestMoment(digest.weekOn, settings);
      if (dueAtMs !== digest.dueAtMs) await store.transaction((tx) => moveWaiting(tx, digest, dueAtMs));
    }
  }
}

/** Puts the board's next digest into the outbox: one a week, whatever became of the last, and that of this week late. */
export async function planNextDigest(
  tx: Tx,
  settings: BoardSettings,
  nowMs: number,
  newId: () => string,
): Promise<void> {
  const { board } = settings;
  const digests = (await listOfBoard(tx, board)).filter(({ step }) => readDigestStep(step) !== null);
  // Another replica was first.
  if (digests.some(({ nextAttemptAtMs }) => nextAttemptAtMs !== null)) return;
  const [last] = digests;
  const before = last
    ? { takenWeekOn: readDigestStep(last.step), sinceMs: last.sentAtMs ?? last.dueAtMs }
    : { takenWeekOn: null, sinceMs: nowMs };
  const { weekOn, dueAtMs } = nextDigest(settings, before, nowMs);
  await enqueueOfBoard(tx, board, { step: digestStep(weekOn), role: 'channel', dueAtMs }, newId);
}

const keyOf = ({ teamId, channelId }: Board) => `${teamId} ${channelId}`;
