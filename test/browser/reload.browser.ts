import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { freshApp } from './fresh-app.ts';
import { desktop, phone } from './open-page.ts';
import { become, goTo, say } from './page-steps.ts';

const app = freshApp();
const composer = (page: Page) => page.getByRole('combobox', { name: 'Message or slash command' });
const pressed = (page: Page) => page.locator('#people [aria-pressed="true"] .name').textContent();

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator('#places button').first().waitFor();
}

describe.each([
  ['at a desk', desktop],
  ['on a phone', phone],
])('a reload, %s', (_, options) => {
  it('loses nothing: who one is, where, what was said, what is half written, and in which thread', async () => {
    const { page, complaints } = await app.openPage(options);
    await composer(page).fill('half a sentence for the channel');
    await become(page, 'Chiara');
    expect(await composer(page).inputValue()).toBe('');
    await goTo(page, 'IMT Board');
    await say(page, 'ROS1 frequency?');
    await expect.poll(() => page.getByRole('log').locator('[data-ts]').count()).toBe(2);
    await page.getByRole('log').getByRole('button', { name: 'Reply in thread' }).last().click();
    await composer(page).fill('and in');

    await reload(page);
    expect(await pressed(page)).toBe('Chiara');
    await page.getByText('In the thread of ROS1 frequency?').waitFor();
    expect(await composer(page).inputValue()).toBe('and in');
    await page.getByRole('log').getByText('ROS1 frequency?').first().waitFor();
    await composer(page).fill('');
    await composer(page).press('ArrowUp');
    expect(await composer(page).inputValue()).toBe('ROS1 frequency?');

    await goTo(page, /sarcoma-board/);
    expect(await composer(page).inputValue()).toBe('');
    await become(page, 'Ada');
    expect(await composer(page).inputValue()).toBe('half a sentence for the channel');
    expect(complaints).toEqual([]);
  });

  it('keeps an open dialog, which gives back the focus when it goes', async () => {
    const { page, complaints } = await app.openPage(options);
    await say(page, '/imt-followup add');
    const dialog = page.getByRole('dialog', { name: 'Add a follow-up' });
    await dialog.waitFor();
    const owners = await dialog.getByLabel('Owner').locator('option').allTextContents();
    expect(owners).toEqual(expect.arrayContaining(['@Ada', '@Ben', '@Chiara', '@Dana']));
    expect(owners).not.toContain('@IMT Board');
    await reload(page);
    await dialog.waitFor();
    for (let pressed = 0; pressed < 25; pressed++) {
      await page.keyboard.press('Tab');
      // The browser's own bar is outside the page; nothing of the page behind the dialog is reached.
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.nodeName)).toMatch(
        /DIALOG|BODY/,
      );
      expect(await page.evaluate(() => document.activeElement?.closest('main, nav, header.top'))).toBeNull();
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });
});
