import { defineConfig } from 'vitest/config';

/** Journeys in a real browser, apart from the others because they need Chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As of the other tests: a picture is drawn while the machine does other things too.
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
  },
});
