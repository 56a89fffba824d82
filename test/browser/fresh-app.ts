import type { BrowserContextOptions } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { type OpenApp, type OpenPage, openApp, openPage } from './open-page.ts';

/** For every test of a file an app of its own, since what one does with its store or clock the next would see. */
export function freshApp(): { openPage(options?: BrowserContextOptions): Promise<OpenPage> } {
  let opened: OpenApp | undefined;
  beforeEach(async () => {
    opened = await openApp();
  });
  afterEach(() => opened?.close());
  return {
    async openPage(options) {
      if (!opened) throw new Error('no app is open outside a test');
      return openPage(opened.browser, opened.url, options);
    },
  };
}
