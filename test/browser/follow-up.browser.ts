import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { freshApp } from './fresh-app.ts';
import { graverBarriers } from './graver-barriers.ts';
import { desktop, phone } from './open-page.ts';
import { fillDialog, goTo, say } from './page-steps.ts';

const chest = '/imt-followup add CASE-12 CT chest due 2026-12-23 window 14d owner @ada backup @ben';
const overdue = '/imt-followup add CASE-13 MRI pelvis due 2026-11-01 window 7d owner @ben backup @chiara';

const app = freshApp();

const log = (page: Page) => page.getByRole('log');
const home = (page: Page) => page.getByRole('region', { name: 'App Home' });

async function saved(page: Page, text: string, scan: string): Promise<void> {
  await say(page, text);
  await log(page).getByText(`${scan} is`).last().waitFor();
}

describe('a board lead', () => {
  it('sets up the board in its dialog, which says beside the field what it cannot read', async () => {
    const { page, complaints } = await app.openPage();
    await say(page, '/imt-followup settings');
    await log(page).getByText('No board lead').waitFor();
    await log(page).getByRole('button', { name: 'Change the settings of this board' }).click();
    const dialog = page.getByRole('dialog', { name: 'Board settings' });
    await dialog.waitFor();
    await dialog.getByLabel('Quiet hours').fill('late');
    await dialog.locator('#dialog-submit').click();
    const refusal = dialog.getByText('I cannot read the quiet hours');
    await refusal.waitFor();
    await dialog.getByLabel('Quiet hours').fill('19:00');
    await refusal.waitFor({ state: 'hidden' });

    await fillDialog(page, 'Board settings', async () => {
      await dialog.getByLabel('Board lead').selectOption({ label: '@Ada' });
      await dialog.getByLabel('Time zone').fill('Europe/Berlin');
      await dialog.getByLabel('Quiet hours').fill('19:00-07:00');
      await dialog.getByLabel('Friday').uncheck();
    });
    await log(page).getByText('Board lead: @Ada').waitFor();
    await log(page).getByText('never between 19:00 and 07:00').waitFor();
    expect(await log(page).getByText('No board lead').count()).toBe(0);

    await log(page).getByRole('button', { name: 'Change the settings of this board' }).click();
    await dialog.waitFor();
    expect(await dialog.getByLabel('Friday').isChecked()).toBe(false);
    expect(await dialog.getByLabel('Thursday').isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('keeps the board’s dates as a file, which comes as a direct message', async () => {
    const { page, complaints } = await app.openPage();
    await saved(page, chest, 'CT chest for CASE-12');
    await say(page, '/imt-followup settings lead @ada');
    await log(page).getByText('Board lead: @Ada').waitFor();
    await say(page, '/imt-followup export');
    await fillDialog(page, 'Export', async (dialog) => {
      await dialog.getByLabel('Format').selectOption('csv');
    });
    await log(page).getByText('The file comes to you alone').waitFor();
    await goTo(page, /^@?\s*IMT Board/);
    const file = log(page).getByRole('link', { name: 'follow-up-imaging-2026-11-23.csv' });
    await file.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('follow-up-imaging-2026-11-23.csv');
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^case_code,modality,/);
    expect(lines[1]).toMatch(/^CASE-12,CT,chest,/);
    expect(complaints).toEqual([]);
  });
});

describe('an owner', () => {
  it('finds in App Home what is theirs, books it there, and sees what is overdue on the board', async () => {
    const { page, complaints } = await app.openPage();
    await saved(page, chest, 'CT chest for CASE-12');
    await saved(page, overdue, 'MRI pelvis for CASE-13');
    await goTo(page, 'App Home');
    await home(page).getByText('1 open').waitFor();
    const mine = home(page).locator('.bk-section').filter({ hasText: 'you own it' });
    await mine.getByText('CT chest for CASE-12').waitFor();
    const others = home(page).locator('.bk-section').filter({ hasText: 'owner @Ben' });
    await others.getByText('MRI pelvis for CASE-13 is overdue').waitFor();

    await mine.locator('summary').click();
    await mine.getByRole('button', { name: 'Booked…' }).click();
    await fillDialog(page, 'Booked', (dialog) =>
      dialog.getByLabel('Day of the appointment').fill('2026-12-21'),
    );
    await mine.getByText('is booked for 21 December 2026').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['at a desk, in the light', { ...desktop, colorScheme: 'light' as const }],
  ['on a phone, in the dark', { ...phone, colorScheme: 'dark' as const }],
])('whoever cannot see or point, %s', (_, options) => {
  it('meets no grave barrier on the page, in a dialog and in App Home', async () => {
    const { page, complaints } = await app.openPage(options);
    expect(await graverBarriers(page)).toEqual([]);
    await saved(page, chest, 'CT chest for CASE-12');
    await saved(page, overdue, 'MRI pelvis for CASE-13');
    await say(page, '/imt-followup list');
    await log(page).getByText('Open scans of this board').waitFor();
    await say(page, '/imt-followup rate');
    await log(page).getByRole('table').waitFor();
    expect(await graverBarriers(page)).toEqual([]);

    for (const text of ['/imt-followup add', '/imt-followup close CASE-12', '/imt-followup plan CASE-14']) {
      await say(page, text);
      await page.getByRole('dialog').waitFor();
      expect(await graverBarriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await goTo(page, 'App Home');
    await home(page).getByText('you own it').waitFor();
    expect(await graverBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
