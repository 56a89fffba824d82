import type { BrowserContextOptions } from 'playwright-core';
import type { afterEach, beforeEach } from 'vitest';
import { type OpenApp, type OpenPage, openApp, openPage } from './open-page.ts';

export interface AppInBrowser {
  openPage(options?: BrowserContextOptions): Promise<OpenPage>;
}

/** The app with its browser, opened and closed by these two hooks of the test runner. */
export function appBetween(before: typeof beforeEach, after: typeof afterEach): AppInBrowser {
  let opened: OpenApp | undefined;
  before(async () => {
    opened = await openApp();
  });
  after(() => opened?.close());
  return {
    async openPage(options) {
      if (!opened) throw new Error('no app is open outside a test');
      return openPage(opened.browser, opened.url, options);
    },
  };
}
