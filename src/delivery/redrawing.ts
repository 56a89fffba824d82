import { dateInZone } from '../followup/calendar-date.ts';
import type { Board } from '../followup/follow-up.ts';
import { createRunningWork } from '../running-work.ts';
import { reportError } from '../slack/error-report.ts';
import { listHistory } from '../store/history.ts';
import { listDeliveriesOfMessage, listPostedMessages, type PostedMessage } from '../store/posted-messages.ts';
import { type RedrawnScan, redrawnReminder } from '../views/redrawn-reminder.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { readReminded } from './read-reminded.ts';
import { byApp } from './settle-claim.ts';

/** How many messages of one change, the newest first: an old one explains itself when its button is pressed. */
const mostRedrawn = 40;
const longestWaitMs = 30_000;
const shortestWaitMs = 1_000;

export interface Redrawing {
  /** Has the messages about these dates show how they stand: soon, as well as it can, and one change after the other. */
  redraw(board: Board, occurrenceIds: readonly string[]): void;
  /** Waits for what was asked for; false when some was still under way at the deadline. */
  settled(deadlineMs: number): Promise<boolean>;
}

type RedrawingContext = Pick<
  DeliveryContext,
  'store' | 'slack' | 'log' | 'nowMs' | 'sleep' | 'newId' | 'defaultTimeZone' | 'isShutOut'
>;

export function createRedrawing(context: RedrawingContext): Redrawing {
  const running = createRunningWork();
  // Two at once could leave a message as it stood before the later change.
  let last = Promise.resolve();
  return {
    redraw(board, occurrenceIds) {
      last = running.track(last.then(() => redrawMessages(context, board, occurrenceIds)));
    },
    settled: (deadlineMs) => running.settled(deadlineMs),
  };
}

async function redrawMessages(
  context: RedrawingContext,
  board: Board,
  occurrenceIds: readonly string[],
): Promise<void> {
  const { store, log, newId } = context;
  try {
    const messages = await listPostedMessages(store.db, board, occurrenceIds, mostRedrawn);
    for (const message of messages) await redrawMessage(context, board.teamId, message);
  } catch (error) {
    reportError(error, 'messages could not be redrawn', newId().slice(0, 8), log);
  }
}

async function redrawMessage(
  context: RedrawingContext,
  teamId: string,
  message: PostedMessage,
): Promise<void> {
  const { store, slack, log, sleep } = context;
  const deliveries = await listDeliveriesOfMessage(store.db, teamId, message);
  if (await isReadOutside(context, teamId, message, deliveries)) return;
  const dates = new Map(deliveries.map((one) => [`${one.board.channelId} ${one.occurrenceId}`, one]));
  const scans: RedrawnScan[] = [];
  for (const date of dates.values()) scans.push(await readRedrawn(context, date));
  const deliveryIds = deliveries.map(({ id }) => id);
  const update = () => slack.update(teamId, { ...message, deliveryIds, ...redrawnReminder(scans) });
  let outcome = await update();
  if (outcome.kind === 'refused' || outcome.kind === 'unknown') {
    const askedMs = outcome.kind === 'refused' ? outcome.retryAfterMs : 0;
    await sleep(Math.min(Math.max(askedMs, shortestWaitMs), longestWaitMs));
    outcome = await update();
  }
  if (outcome.kind !== 'updated')
    log.warn({ teamId, delivery: deliveryIds[0], code: outcome.code }, 'a message could not be redrawn');
}

/** Whether it lies in the direct message of somebody who may not learn any more what becomes of these scans. */
async function isReadOutside(
  { slack, isShutOut }: RedrawingContext,
  teamId: string,
  { conversationId }: PostedMessage,
  deliveries: readonly { board: Board }[],
): Promise<boolean> {
  const readerId = await slack.readerOf(teamId, conversationId);
  if (readerId === null) return false;
  const boards = new Map(deliveries.map(({ board }) => [board.channelId, board]));
  const shutOut = await Promise.all([...boards.values()].map((board) => isShutOut(board, readerId)));
  return shutOut.includes(true);
}

async function readRedrawn(
  { store, nowMs, defaultTimeZone }: RedrawingContext,
  date: { board: Board; occurrenceId: string },
): Promise<RedrawnScan> {
  const { settings, ...scan } = await readReminded(store.db, date, defaultTimeZone);
  const entries = await listHistory(store.db, date.board, scan.followUp.id);
  const acts = entries.filter(
    ({ occurrenceId, by, action }) =>
      by !== byApp && action !== 'created' && [date.occurrenceId, null].includes(occurrenceId),
  );
  return { scan, todayOn: dateInZone(nowMs(), settings.timeZone), lastAct: acts.at(-1) };
}
