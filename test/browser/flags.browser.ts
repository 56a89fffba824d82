import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { freshApp } from './fresh-app.ts';
import { graverBarriers } from './graver-barriers.ts';
import { desktop, phone } from './open-page.ts';
import { become, fillDialog, goTo, say } from './page-steps.ts';

const app = freshApp();

const log = (page: Page) => page.getByRole('log');
const home = (page: Page) => page.getByRole('region', { name: 'App Home' });
const asked = 'ROS1 frequency?';

async function lastAnswer(page: Page, messages: number) {
  await expect.poll(() => log(page).locator('[data-ts]').count(), { timeout: 20_000 }).toBe(messages);
  return log(page).locator('[data-ts]').last();
}

describe.each([
  ['at a desk', desktop],
  ['on a phone, in the dark', { ...phone, colorScheme: 'dark' as const }],
])('a statement that is wrong, %s,', (_, options) => {
  it('is flagged by a reader, marked for all at once, and judged by the curator, who tells the reader', async () => {
    const { page, complaints } = await app.openPage(options);
    await goTo(page, 'IMT Board');
    await say(page, asked);
    const answer = await lastAnswer(page, 2);
    expect(await answer.textContent()).not.toContain('Under review');
    await answer.getByRole('button', { name: 'Flag as wrong…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await graverBarriers(page)).toEqual([]);
    await fillDialog(page, 'Flag as wrong', async (dialog) => {
      await dialog.getByLabel('Which statement?').selectOption({ index: 1 });
      await dialog.getByLabel('What is wrong?').selectOption('wrong-figure');
    });
    await log(page).getByText('marked “under review” for everybody').waitFor();

    await become(page, 'Ben');
    await goTo(page, 'IMT Board');
    await say(page, asked);
    await (await lastAnswer(page, 2)).getByText('Under review: flagged on 23 November 2026').waitFor();
    await goTo(page, 'App Home');
    await home(page).getByText('My scans').waitFor();
    expect(await home(page).getByText('Statements flagged as wrong').count()).toBe(0);

    await become(page, 'Dana');
    await home(page).getByText('Statements flagged as wrong').waitFor();
    await home(page).getByText('1 open, oldest first').waitFor();
    const flagged = home(page).locator('.bk-section').filter({ hasText: 'a figure or unit is wrong' });
    await flagged.locator('summary').click();
    const menu = await flagged.locator('.bk-menu').boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(options.viewport?.width ?? 0);
    expect(await graverBarriers(page)).toEqual([]);
    await flagged.getByRole('button', { name: 'Uphold…' }).click();
    await fillDialog(page, 'Uphold the flag', (dialog) =>
      dialog.getByLabel('What is wrong, and what will be corrected').fill('The table prints another share.'),
    );
    await page.getByRole('dialog').getByText('Upheld').waitFor();
    await page.keyboard.press('Escape');
    await home(page).getByText('no flag is open').waitFor();

    await page
      .locator('#people')
      .getByRole('button', { name: /^Ada.* new$/ })
      .click();
    await log(page).getByText('The table prints another share.').waitFor();
    await say(page, asked);
    await log(page).getByText('Found wrong by a curator on 23 November 2026').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options.viewport?.width ?? 0,
    );
    expect(complaints).toEqual([]);
  });
});
