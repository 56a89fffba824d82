import { expect, it, onTestFinished } from 'vitest';
import { startPostgres } from '../store/start-postgres.ts';
import { crashApp } from './crash-app.ts';
import { onceEach, reportCounts } from './crash-counts.ts';

it('two apps on one PostgreSQL, killed ten times in turn, post each reminder once and lose none', {
  timeout: 300_000,
}, async () => {
  const engine = await startPostgres();
  onTestFinished(() => engine.stop());
  const counts = await crashApp({ engine, processes: 2, kills: 10 });
  reportCounts('two apps on PostgreSQL', counts);
  expect(counts).toMatchObject({ ...onceEach(300), kills: 10, endedWith: [0, 0] });
});
