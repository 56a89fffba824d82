import { expect, it, onTestFinished } from 'vitest';
import { startSqlite } from '../store/engines.ts';
import { crashApp } from './crash-app.ts';
import { onceEach, reportCounts } from './crash-counts.ts';

it('the app on SQLite, killed ten times and started again, posts each reminder once and loses none', {
  timeout: 300_000,
}, async () => {
  const engine = await startSqlite();
  onTestFinished(() => engine.stop());
  const counts = await crashApp({ engine, processes: 1, kills: 10 });
  reportCounts('the app on SQLite', counts);
  expect(counts).toMatchObject({ ...onceEach(300), kills: 10, endedWith: [0] });
});
