import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { graverBarriers } from './graver-barriers.ts';
import { desktop, phone } from './open-page.ts';
import { goTo, say } from './page-steps.ts';
import { sharedApp } from './shared-app.ts';

const app = sharedApp();

const log = (page: Page) => page.getByRole('log');
const pageWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe.each([
  ['at a desk, in the dark', { ...desktop, colorScheme: 'dark' as const }],
  ['with a phone', phone],
])('a surgeon %s', (_, options) => {
  const width = options.viewport?.width ?? 0;

  it('finds published cases like the one on the list', async () => {
    const { page, complaints } = await app.openPage(options);
    await goTo(page, 'IMT Board');
    await say(page, '/imt-cases age 26 trachea ALK-negative unresected');
    await log(page).getByText('Lisi 2019').first().waitFor();
    expect(await graverBarriers(page)).toEqual([]);
    expect(await pageWidth(page)).toBeLessThanOrEqual(width);
    await say(page, '/imt-cases orbit');
    await log(page).getByText('Strianese 2018').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('compares treatments side by side and sees the responses drawn', async () => {
    const { page, complaints } = await app.openPage(options);
    await goTo(page, 'IMT Board');
    await say(page, '/imt compare crizotinib vs chemotherapy vs radiotherapy');
    await log(page).getByText('Treatments side by side').first().waitFor();
    const picture = log(page).locator('.bk-image img').last();
    await picture.waitFor();
    // It is loaded when it comes into sight, out of which what is written above it may push it again.
    await expect
      .poll(async () => {
        await picture.scrollIntoViewIfNeeded();
        return picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
      })
      .toBeGreaterThan(600);
    expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(20);
    expect(await graverBarriers(page)).toEqual([]);
    expect(await pageWidth(page)).toBeLessThanOrEqual(width);
    await picture.click();
    await page.getByRole('dialog').getByRole('img').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });
});
