import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desktop, openApp, openPage, phone } from './open-page.ts';
import { say } from './page-steps.ts';
import { shareChangedSince, shareSpoilt } from './share-changed-since.ts';
import { sharedApp } from './shared-app.ts';

/** Above what another build of the browser changes in its letters, below what anybody would see. */
const gross = 0.03;

const app = sharedApp();

/** What the base says changes with the base; its version and every time of day are hidden too. */
const changing = (page: Page): Locator[] => [page.locator('time'), page.locator('.bk-context')];

interface Scene {
  name: string;
  show(page: Page): Promise<unknown>;
}

const scenes: Scene[] = [
  { name: 'first-visit', show: (page) => page.getByText('the clock is yours').waitFor() },
  {
    name: 'commands',
    show: (page) => page.getByRole('combobox', { name: 'Message or slash command' }).fill('/imt-dose'),
  },
  {
    name: 'dialog',
    async show(page) {
      await say(page, '/imt-followup add');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'drawer',
    async show(page) {
      await page.getByRole('button', { name: 'What Slack was sent' }).click();
      await page.getByRole('button', { name: 'Clear' }).click();
    },
  },
];

const looks: [string, BrowserContextOptions][] = [
  ['desk-light', { ...desktop, colorScheme: 'light' }],
  ['desk-dark', { ...desktop, colorScheme: 'dark' }],
  ['phone-light', { ...phone, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
];

describe.each(looks)('the page, %s,', (look, options) => {
  it.each(scenes)('looks as it did: $name', async ({ name, show }) => {
    const { page, complaints } = await app.openPage(options);
    await show(page);
    expect(await shareChangedSince(page, `${look}-${name}`, changing(page))).toBeLessThan(gross);
    expect(complaints).toEqual([]);
    // A dialog stays open on the server, and with it on the next page.
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('a thread', () => {
  // In a channel of its own people, so that nothing else has been said there.
  it.each([...looks].slice(1, 3))('looks as it did, %s', async (look, options) => {
    const alone = await openApp();
    try {
      const { page } = await openPage(alone.browser, alone.url, options);
      await say(page, 'CASE-12 is on the list today');
      await page.getByRole('button', { name: 'Reply in thread' }).click();
      await say(page, 'as the first');
      await expect.poll(() => page.getByRole('log').locator('[data-ts]').count()).toBe(2);
      expect(await shareChangedSince(page, `${look}-thread`, changing(page))).toBeLessThan(gross);
    } finally {
      await alone.close();
    }
  });
});

describe('the comparison of looks', () => {
  it.each([
    ['without its style sheets', () => document.head.replaceChildren()],
    ['without its clock', () => document.getElementById('clock')?.remove()],
    ['with its places at the wrong side', () => document.body.style.setProperty('direction', 'rtl')],
  ])('notices a page %s', async (_, spoil) => {
    const { page } = await app.openPage({ ...desktop, colorScheme: 'light' });
    await page.getByText('the clock is yours').waitFor();
    await page.evaluate(spoil);
    expect(await shareSpoilt(page, 'desk-light-first-visit', changing(page))).toBeGreaterThan(gross);
  });
});
