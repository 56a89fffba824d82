import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { runApp } from '../support/run-app.ts';

export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Chromium without anything that would speak to the network. Fails where there is none. */
function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface OpenPage {
  page: Page;
  /** What the browser found wrong: errors of scripts, refusals of the policy, failed files, other hosts. */
  complaints: string[];
}

/** The page in a browser of its own, with the clock of nobody's time zone in particular. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = desktop,
): Promise<OpenPage> {
  const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await page.goto(url);
  await page.locator('#places button').first().waitFor();
  return { page, complaints };
}

export interface OpenApp {
  browser: Browser;
  url: string;
  /** Closes the browser and stops the app, which must end by itself with status 0. */
  close(): Promise<void>;
}

/** The local page in a real browser, always at the same time, so that pictures of it are alike. */
export async function openApp(): Promise<OpenApp> {
  const browser = await launchChromium();
  const app = runApp({ PORT: '0', TZ: 'UTC', DATABASE_URL: '', CLOCK_START: '2026-11-23T09:00:00Z' });
  const [, url = ''] = await app.printed(/open (http:\/\/localhost:\d+)/);
  return {
    browser,
    url,
    async close() {
      await browser.close();
      app.signal('SIGTERM');
      expect((await app.ended).status).toBe(0);
    },
  };
}
