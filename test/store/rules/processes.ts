import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findFollowUp, insertFollowUp } from '../../../src/store/follow-ups.ts';
import { listHistory } from '../../../src/store/history.ts';
import { listOccurrences } from '../../../src/store/occurrences.ts';
import type { Rig } from '../contract.ts';
import { runProcess, runTogether } from '../processes/run-process.ts';
import { board, fullFollowUp, writeDueReminders } from '../records.ts';

/** A kill can hurt SQLite’s own file; PostgreSQL only loses a client. */
const killsOf = { sqlite: 100, postgres: 30 };
/** So many write at once, each killed and replaced without regard to the others. */
const lanes = 2;
const workers = 4;

export function processRules({ engine, store, databaseUrl }: Rig): void {
  const kills = killsOf[engine];
  describe('several processes on one database', () => {
    it(`lose nothing that was acknowledged, and keep nothing by halves, through ${kills} kills`, async () => {
      await store().transaction((tx) => insertFollowUp(tx, fullFollowUp));
      const acknowledged = new Set<number>();
      const script = new URL('../processes/commit-until-killed.ts', import.meta.url);
      const trials = Array.from({ length: kills }, (_, trial) => trial).values();
      const killOneAfterTheOther = async () => {
        for (const trial of trials) {
          const writer = runProcess(script, databaseUrl(), String(trial * 10_000));
          await writer.printedLines(1);
          await wait(Math.random() * 30);
          writer.kill();
          const { lines, status, stderr } = await writer.ended;
          expect({ status, stderr }).toEqual({ status: null, stderr: '' });
          for (const line of lines) acknowledged.add(Number(line));
        }
      };
      await Promise.all(Array.from({ length: lanes }, killOneAfterTheOther));
      const kept = await listOccurrences(store().db, board, 'f1');
      const numbers = new Set(kept.map(({ number }) => number));
      expect([...acknowledged].filter((number) => !numbers.has(number))).toEqual([]);
      // The commit whose acknowledgement a kill cut off may be there, and no other.
      expect(numbers.size).toBeLessThanOrEqual(acknowledged.size + kills);
      const history = await listHistory(store().db, board, 'f1');
      expect(history.map(({ atMs }) => atMs).sort((a, b) => a - b)).toEqual([...numbers]);
      const messages = await store().db.selectFrom('outbox').select('dueAtMs').orderBy('dueAtMs').execute();
      expect(messages.map(({ dueAtMs }) => dueAtMs)).toEqual([...numbers]);
      process.stdout.write(
        `  ${engine}: ${kills} kills, ${acknowledged.size} commits acknowledged, 0 lost\n`,
      );
    }, 120_000);

    it('count every change when all change the same record', async () => {
      await store().transaction((tx) => insertFollowUp(tx, { ...fullFollowUp, windowDays: 0 }));
      const counters = Array.from({ length: workers }, () =>
        runProcess(new URL('../processes/count-up.ts', import.meta.url), databaseUrl(), '100'),
      );
      const ends = await Promise.all(counters.map(({ ended }) => ended));
      expect(ends.map(({ stderr }) => stderr).join('')).toBe('');
      expect(await findFollowUp(store().db, board, 'f1')).toMatchObject({ windowDays: workers * 100 });
    }, 60_000);

    it('never claim the same message twice, and leave none', async () => {
      const count = 1_000;
      await store().transaction((tx) => writeDueReminders(tx, 'f', count, 1_000));
      const claim = () =>
        runProcess(new URL('../processes/claim-until-none.ts', import.meta.url), databaseUrl(), '99000');
      const ends = await runTogether(Array.from({ length: workers }, claim));
      expect(ends.map(({ stderr }) => stderr).join('')).toBe('');
      const claimed = ends.flatMap(({ lines }) => lines);
      expect(claimed).toHaveLength(count);
      expect(new Set(claimed).size).toBe(count);
      // Or the race was none.
      expect(ends.filter(({ lines }) => lines.length > 0).length).toBeGreaterThan(1);
    }, 60_000);
  });
}
