import { expect, it, onTestFinished } from 'vitest';
import { startSqlite } from '../store/engines.ts';
import { onceEach, reportCounts } from './crash-counts.ts';
import { faultNames } from './crash-faults.ts';
import { crashRun, scansOf } from './crash-run.ts';

it('on SQLite, with two processes killed at random, each message is posted once and none is lost', {
  timeout: 300_000,
}, async () => {
  const engine = await startSqlite();
  onTestFinished(() => engine.stop());
  const counts = await crashRun({ engine, replicas: 2, kills: 22, scans: scansOf(1) });
  reportCounts('SQLite, 2 processes', counts);
  expect(counts.kills).toBeGreaterThanOrEqual(20);
  expect(Object.keys(counts.faults).sort()).toEqual(faultNames.toSorted());
  expect(counts).toMatchObject(onceEach(2_000));
});

it('but with the look into the conversation switched off some are posted twice', {
  timeout: 300_000,
}, async () => {
  const engine = await startSqlite();
  onTestFinished(() => engine.stop());
  // More go wrong here, so that chance does not hide what is to be seen.
  const run = { engine, replicas: 2, kills: 4, scans: scansOf(0.2), faultShare: 0.15 };
  const counts = await crashRun({ ...run, sight: 'blind' });
  reportCounts('SQLite, without the look', counts);
  expect(counts).toMatchObject({ due: 400, lost: 0 });
  expect(counts.postedTwiceOrMore).toBeGreaterThan(0);
});
