import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listDeliveries } from '../../../src/store/deliveries.ts';
import { findFollowUp, insertFollowUp } from '../../../src/store/follow-ups.ts';
import { listHistory } from '../../../src/store/history.ts';
import { listOccurrences } from '../../../src/store/occurrences.ts';
import type { Rig } from '../contract.ts';
import { runProcess, runTogether } from '../processes/run-process.ts';
import { board, fullFollowUp, writeDueReminders } from '../records.ts';

const kills = 30;
const workers = 4;

export function processRules({ store, databaseUrl }: Rig): void {
  describe('several processes on one database', () => {
    it(`lose nothing that was acknowledged, and keep nothing by halves, through ${kills} kills at random moments`, async () => {
      await store().transaction((tx) => insertFollowUp(tx, fullFollowUp));
      const acknowledged = new Set<number>();
      let next = 0;
      for (let trial = 0; trial < kills; trial++) {
        const writer = runProcess(
          new URL('../processes/commit-until-killed.ts', import.meta.url),
          databaseUrl(),
          String(next),
        );
        await writer.printedLines(1);
        await wait(Math.random() * 60);
        writer.kill();
        const { lines, stderr } = await writer.ended;
        expect(stderr).toBe('');
        for (const line of lines) acknowledged.add(Number(line));
        // The commit whose acknowledgement the kill cut off may be there.
        next = Math.max(...acknowledged) + 2;
      }
      const kept = await listOccurrences(store().db, board, 'f1');
      const numbers = new Set(kept.map(({ number }) => number));
      expect([...acknowledged].filter((number) => !numbers.has(number))).toEqual([]);
      expect(numbers.size).toBeLessThanOrEqual(acknowledged.size + kills);
      const history = await listHistory(store().db, board, 'f1');
      expect(history.map(({ atMs }) => atMs)).toEqual([...numbers]);
      for (const { id } of kept) expect(await listDeliveries(store().db, board, id)).toHaveLength(1);
      process.stdout.write(
        `  ${store().engine}: ${kills} kills, ${acknowledged.size} commits acknowledged, 0 lost\n`,
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
