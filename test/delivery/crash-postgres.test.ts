import { expect, it, onTestFinished } from 'vitest';
import { startPostgres } from '../store/start-postgres.ts';
import { onceEach, reportCounts } from './crash-counts.ts';
import { faultNames } from './crash-faults.ts';
import { crashRun, scansOf } from './crash-run.ts';

it('on PostgreSQL, with four replicas killed at random, a crash and a restart of the server, each message is posted once and none is lost', {
  timeout: 300_000,
}, async () => {
  const engine = await startPostgres();
  onTestFinished(() => engine.stop());
  let restarts = 0;
  const restart = async () => {
    await engine.restart();
    restarts += 1;
  };
  const counts = await crashRun({
    ...{ engine, replicas: 4, kills: 22, scans: scansOf(1) },
    afterKills: { 8: () => engine.dropAllSessions(), 14: restart },
  });
  reportCounts('PostgreSQL, 4 replicas', { ...counts, crashesOfTheServer: 1, restarts });
  expect(counts.kills).toBeGreaterThanOrEqual(20);
  expect(restarts).toBe(1);
  expect(Object.keys(counts.faults).sort()).toEqual(faultNames.toSorted());
  expect(counts).toMatchObject(onceEach(2_000));
});
