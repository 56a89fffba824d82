import { afterEach, beforeEach } from 'vitest';
import { type AppInBrowser, appBetween } from './app-between.ts';

/** For every test of a file an app of its own, since what one does with its store or clock the next would see. */
export const freshApp = (): AppInBrowser => appBetween(beforeEach, afterEach);
