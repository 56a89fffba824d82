import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { addDaysTo } from '../../src/dates/add-days.ts';
import { planNextDigest } from '../../src/digest/plan-digests.ts';
import { weekdayOf } from '../../src/followup/calendar-date.ts';
import { saveBoardSettings } from '../../src/store/board-settings.ts';
import { insertFollowUp } from '../../src/store/follow-ups.ts';
import { insertOccurrences } from '../../src/store/occurrences.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { engines } from '../store/engines.ts';
import { type RunningProcess, runProcess } from '../store/processes/run-process.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { startReminderStandIn } from '../support/reminder-stand-in.ts';
import { unsettledCount } from './crash-counts.ts';
import { someFaults } from './crash-faults.ts';
import { followUp, occurrence, settings } from './open-reminders.ts';

const boards = 40;
const kills = 6;
const replicas = 2;

it.each(engines)(
  'on $engine each board’s digest is posted once, whichever process is killed when',
  {
    timeout: 120_000,
  },
  async ({ engine, start }) => {
    const started = await start();
    onTestFinished(() => started.stop());
    const standIn = await startReminderStandIn();
    onTestFinished(() => standIn.close());
    standIn.delayMs = () => 2 + Math.random() * 60;
    const { faultOf, met } = someFaults();
    standIn.faultOf = (method) => faultOf(method) ?? faultOf(method) ?? faultOf(method);
    const databaseUrl = await started.newDatabase();
    const store = await openStore(databaseUrl, testKeyRing);
    onTestFinished(() => store.close());
    const nowMs = Date.now();
    await writeDueDigests(store, nowMs);

    const script = new URL('./processes/deliver-reminders.ts', import.meta.url);
    const startOne = () => runProcess(script, databaseUrl, standIn.apiUrl, 'sighted');
    const workers: RunningProcess[] = Array.from({ length: replicas }, startOne);
    try {
      for (let killed = 0; killed < kills; killed++) {
        const at = killed % replicas;
        await workers[at]?.printedLines(1);
        await wait(Math.random() * 200);
        workers[at]?.kill();
        workers[at] = startOne();
      }
      while ((await unsettledCount(store, nowMs)) > 0) await wait(50);
    } finally {
      for (const worker of workers) worker.kill();
    }

    const rows = await store.db.selectFrom('outbox').selectAll().execute();
    const due = rows.filter(({ dueAtMs }) => dueAtMs <= nowMs);
    const times = standIn.timesPosted();
    const counts = {
      due: due.length,
      sent: due.filter(({ state }) => state === 'sent').length,
      postedOnce: due.filter(({ id }) => times.get(id) === 1).length,
      messages: standIn.posted.length,
      channels: new Set(standIn.posted.map(({ channel }) => channel)).size,
      nextWaiting: rows.filter((one) => one.step.startsWith('digest:') && one.state === 'pending').length,
    };
    process.stdout.write(
      `digest crash test, ${engine}: ${JSON.stringify({ ...counts, kills, faults: met })}\n`,
    );
    expect(counts).toEqual({
      ...{ due: boards, sent: boards, postedOnce: boards, messages: boards },
      ...{ channels: boards, nextWaiting: boards },
    });
  },
);

/** Boards whose digest is due today, each with a scan whose window is open and whose day has not come: digests alone go out. */
async function writeDueDigests(store: Store, nowMs: number): Promise<void> {
  const todayOn = new Date(nowMs).toISOString().slice(0, 10);
  await store.transaction(async (tx) => {
    for (let at = 0; at < boards; at++) {
      const board = { teamId: 'T1', channelId: `C${at}` };
      const kept = { ...settings, board, digestDay: weekdayOf(todayOn) };
      await saveBoardSettings(tx, kept);
      await insertFollowUp(tx, { ...followUp, board });
      const targetOn = addDaysTo(todayOn, 7);
      await insertOccurrences(tx, board, [{ ...occurrence, plannedOn: targetOn, targetOn }]);
      await planNextDigest(tx, kept, Date.parse(`${todayOn}T00:00:00Z`) - 1, randomUUID);
    }
  });
}
