import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** They hold a time limit, so nothing else may run beside them. */
const timed = [
  'test/charts/render-chart.test.ts',
  'test/dose/reading-limits.test.ts',
  'test/evidence/find-topic.test.ts',
  'test/evidence/questions/speed.test.ts',
  'test/journeys/{cases,compare,dose,evidence,slack-commands,slack-stop}.test.ts',
  'test/privacy/time.test.ts',
  'test/views/escape-mrkdwn.test.ts',
];

export default defineConfig({
  test: {
    // A busy machine needs a quarter of a minute only to start the app.
    testTimeout: 60_000,
    // A database that is stopped while the machine is busy takes its time.
    hookTimeout: 60_000,
    // A second, as vitest has it, is over before a busy machine has done what is waited for.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'timed',
          include: timed,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'all others',
          include: ['test/**/*.test.ts'],
          exclude: timed,
          // Left alone, vitest keeps one core of a small machine for itself. A server that is given is everybody's,
          // and one of the tests restarts it.
          maxWorkers: process.env.DATABASE_TEST_URL ? 1 : availableParallelism(),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
