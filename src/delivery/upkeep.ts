import { setImmediate as otherWork } from 'node:timers/promises';
import { dateInZone } from '../followup/calendar-date.ts';
import type { FollowUp, Occurrence } from '../followup/follow-up.ts';
import { seriesAhead } from '../followup/series-ahead.ts';
import { findBoardSettings } from '../store/board-settings.ts';
import { findFollowUp, holdFollowUps, listFollowUpsOfCase } from '../store/follow-ups.ts';
import { addOccurrences, listOccurrences } from '../store/occurrences.ts';
import { peopleOfFollowUps } from '../store/people-of-follow-ups.ts';
import { purge } from '../store/purge.ts';
import type { PurgeKind } from '../store/retention.ts';
import type { Tx } from '../store/store.ts';
import {
  firstPage,
  listOpenDates,
  listSeries,
  type PageEnd,
  type SeriesToExtend,
} from '../store/upkeep-pages.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { orReport } from './or-report.ts';
import { planReminders } from './plan-reminders.ts';
import { readReminded } from './read-reminded.ts';
import { byApp } from './settle-claim.ts';

const dayMs = 86_400_000;
/** Some milliseconds of reading; other work goes on between two pages. */
const pageSize = 500;

/**
 * What no change brings by itself, once a day and at the start: the next dates of each series, and a message for
 * each open date that has none waiting. What the hospital keeps for a time only goes when its time is over. Any number of replicas may do it at once.
 */
export function createUpkeep(context: DeliveryContext): { whenDue(): Promise<void> } {
  let doneAtMs = Number.NEGATIVE_INFINITY;
  return {
    async whenDue() {
      const nowMs = context.nowMs();
      if (nowMs - doneAtMs < dayMs) return;
      await eachPage(context, listSeries, ({ followUp }) => endOf(followUp), extend);
      await eachPage(context, listOpenDates, endOf, planWaiting);
      await orReport(context, 'what is over could not be removed', () => removeOld(context, nowMs));
      if (!context.stopping()) doneAtMs = nowMs;
    },
  };
}

async function removeOld({ store, retention }: DeliveryContext, nowMs: number): Promise<void> {
  const by = { actor: byApp, atMs: nowMs };
  for (const [kind, days] of Object.entries(retention) as [PurgeKind, number][])
    await purge(store, kind, nowMs - days * dayMs, by);
}

async function eachPage<T>(
  context: DeliveryContext,
  list: (reader: DeliveryContext['store']['db'], after: PageEnd, limit: number) => Promise<T[]>,
  end: (item: T) => PageEnd,
  work: (context: DeliveryContext, item: T) => Promise<void>,
): Promise<void> {
  for (let after = firstPage; ; ) {
    const page: T[] = await list(context.store.db, after, pageSize);
    for (const item of page) {
      if (context.stopping()) return;
      await orReport(context, 'a follow-up could not be looked after', () => work(context, item));
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = end(last);
    context.progressed();
    await otherWork();
  }
}

const endOf = ({ board, id }: Pick<FollowUp, 'board' | 'id'>): PageEnd => ({ ...board, id });

async function extend(context: DeliveryContext, { followUp, lastNumber }: SeriesToExtend): Promise<void> {
  const { store, newId, nowMs, defaultTimeZone } = context;
  const { board, id } = followUp;
  const atMs = nowMs();
  // Nearly always there is nothing to add, and no transaction is needed.
  const soonestOn = dateInZone(atMs + dayMs, defaultTimeZone);
  const made = lastNumber < 0 ? [] : [{ number: lastNumber }];
  if (seriesAhead(followUp, made, newId, { by: byApp, atMs, todayOn: soonestOn }).length === 0) return;
  const settings = await findBoardSettings(store.db, board);
  const zones = await context.timeZones(
    board.teamId,
    peopleOfFollowUps([followUp], { boardLeadId: settings?.boardLeadId ?? null }),
  );
  const todayOn = dateInZone(atMs, settings?.timeZone ?? defaultTimeZone);
  await store.transaction(async (tx) => {
    await holdFollowUps(tx, store.engine, board, [id]);
    const current = await findFollowUp(tx, board, id);
    const dates = await listOccurrences(tx, board, id);
    if (!current || hasEnded(dates) || hasEnded(await datesOfCase(tx, current))) return;
    const ahead = seriesAhead(current, dates, newId, { by: byApp, atMs, todayOn });
    for (const { id: occurrenceId } of await addOccurrences(tx, board, ahead)) {
      const records = await readReminded(tx, { board, occurrenceId }, defaultTimeZone);
      await planReminders(tx, records, zones, atMs, newId);
    }
  });
}

async function datesOfCase(tx: Tx, { board, caseCode }: FollowUp): Promise<Occurrence[]> {
  const dates: Occurrence[] = [];
  for (const { id } of await listFollowUpsOfCase(tx, board, caseCode))
    dates.push(...(await listOccurrences(tx, board, id)));
  return dates;
}

/** After a death nothing is planned, unless somebody has opened a date again. */
function hasEnded(dates: readonly Occurrence[]): boolean {
  return (
    dates.some(({ closing }) => closing?.state === 'deceased') &&
    dates.every(({ closing }) => closing !== null)
  );
}

async function planWaiting(
  context: DeliveryContext,
  { board, id: occurrenceId, waits }: Awaited<ReturnType<typeof listOpenDates>>[number],
): Promise<void> {
  if (waits) return;
  const { store, newId, nowMs, defaultTimeZone } = context;
  const { followUp, settings } = await readReminded(store.db, { board, occurrenceId }, defaultTimeZone);
  const zones = await context.timeZones(board.teamId, peopleOfFollowUps([followUp], settings));
  await store.transaction(async (tx) => {
    const records = await readReminded(tx, { board, occurrenceId }, defaultTimeZone);
    await planReminders(tx, records, zones, nowMs(), newId);
  });
}
