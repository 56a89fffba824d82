import { afterAll, beforeAll } from 'vitest';
import { type AppInBrowser, appBetween } from './app-between.ts';

/** One app for all the tests of a file, which do not mind what the others said in it: it starts once, not each time. */
export const sharedApp = (): AppInBrowser => appBetween(beforeAll, afterAll);
