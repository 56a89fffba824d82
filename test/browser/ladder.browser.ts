import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { freshApp } from './fresh-app.ts';
import { phone } from './open-page.ts';
import { become, fillDialog, goTo, say } from './page-steps.ts';
import { pictureForDocs } from './picture-for-docs.ts';

/** Thirty days behind the day on which the app starts. */
const added = '/imt-followup add CASE-12 CT chest due 2026-12-23 window 14d owner @ada backup @ben';

const app = freshApp();

const clockOf = (page: Page) => page.getByRole('region', { name: 'The app’s clock' });
const today = async (page: Page) => (await clockOf(page).getByRole('time').textContent()) ?? '';
const reminders = (page: Page) =>
  page.getByRole('log').getByRole('listitem').filter({ hasText: 'Owner @Ada' });

/** Presses one of the clock's buttons; resolves with the sentence that says what came of it. */
async function move(page: Page, name: '+1 day' | '+1 week' | 'To the next reminder'): Promise<string> {
  const news = clockOf(page).getByRole('status');
  await clockOf(page).getByRole('button', { name }).click();
  await expect.poll(() => news.textContent(), { timeout: 20_000 }).not.toBe('');
  return (await news.textContent()) ?? '';
}

async function toNext(page: Page, on: string, sentence: RegExp): Promise<void> {
  expect(await move(page, 'To the next reminder')).toMatch(sentence);
  expect(await today(page)).toBe(`${on}, 09:00`);
}

describe('a coordinator on a first visit', () => {
  it('watches a whole ladder climb from owner to channel, and closes it on proof', async () => {
    const { page, complaints } = await app.openPage();
    await page.getByText('the clock is yours').waitFor();
    await page.getByRole('button', { name: added }).click();
    await page.getByRole('log').getByText('Saved').waitFor();

    await toNext(page, 'Wednesday, 25 November 2026', /^Written to: Ada\.$/);
    await goTo(page, /^@?\s*IMT Board 1 new/);
    await reminders(page).last().getByText('is due between 9 December 2026 and 6 January 2027').waitFor();

    await toNext(page, 'Wednesday, 23 December 2026', /^Written to: Ada/);
    await expect.poll(() => reminders(page).count()).toBe(2);
    await reminders(page)
      .last()
      .getByRole('button', { name: /^Snooze…/ })
      .click();
    await fillDialog(page, 'Snooze', (dialog) => dialog.getByLabel('Quiet until').fill('2026-12-30'));
    await page.getByRole('log').getByText('Quiet until 30 December 2026').first().waitFor();
    await toNext(page, 'Wednesday, 30 December 2026', /^Written to: Ada/);

    await toNext(page, 'Thursday, 7 January 2027', /^Written to: Ada/);
    await page.getByRole('log').getByText('window closed on 6 January 2027, yesterday').last().waitFor();

    await toNext(page, 'Friday, 5 February 2027', /^Written to: Ben/);
    await pictureForDocs(page, 'sandbox-ladder-backup');
    await page.getByRole('button', { name: /^Ben.* 1 new$/ }).click();
    await reminders(page).getByText('you are told as the backup').waitFor();
    expect(await page.locator('#people .count').count()).toBe(0);

    await toNext(page, 'Monday, 8 March 2027', /#sarcoma-board/);
    await goTo(page, /sarcoma-board/);
    const escalated = reminders(page).filter({ hasText: 'is overdue' }).last();
    await escalated.getByRole('button', { name: /^Done: add proof…/ }).click();
    await fillDialog(page, 'Done: the proof', async (dialog) => {
      await dialog.getByLabel('Exam date').fill('2027-03-05');
      await dialog.getByLabel('Report reference').fill('RPT-1');
      await dialog.getByLabel('Who read the report').selectOption('U0SANDBOXCHI');
    });
    await page.getByRole('log').getByText('Completed').last().waitFor();
    await pictureForDocs(page, 'sandbox-ladder-done');

    expect(await move(page, 'To the next reminder')).toBe('No reminder waits: nothing is open.');
    for (const name of ['+1 week', '+1 week', '+1 week', '+1 week', '+1 day'] as const)
      expect(await move(page, name)).not.toMatch(/Ada|Ben/);
    const asksForProof = page.getByRole('log').getByRole('button', { name: /^Done: add proof…/ });
    expect(await asksForProof.count()).toBe(0);
    await become(page, 'Ada');
    await goTo(page, 'IMT Board');
    await page.getByRole('log').getByText('Completed').last().waitFor();
    expect(await asksForProof.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('moves the clock from the keyboard alone', async () => {
    const { page, complaints } = await app.openPage();
    await say(page, added);
    await page.getByRole('log').getByText('Saved').waitFor();
    await clockOf(page).getByRole('button', { name: '+1 day' }).focus();
    await page.keyboard.press('Enter');
    await clockOf(page).getByText('No message in this time.').waitFor();
    expect(await today(page)).toContain('Tuesday, 24 November 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await clockOf(page).getByText('Written to: Ada.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a coordinator with a phone, in the dark', () => {
  it('moves the clock and reads what came, without scrolling sideways', async () => {
    const { page, complaints } = await app.openPage({ ...phone, colorScheme: 'dark' });
    await say(page, added);
    await page.getByRole('log').getByText('Saved').waitFor();
    await move(page, 'To the next reminder');
    await goTo(page, /IMT Board 1 new/);
    await reminders(page).first().waitFor();
    for (let reminder = 2; reminder <= 4; reminder++) await move(page, 'To the next reminder');
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  });
});
