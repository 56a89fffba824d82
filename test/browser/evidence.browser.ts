import { describe, expect, it } from 'vitest';
import { desktop, phone } from './open-page.ts';
import { become, goTo, say } from './page-steps.ts';
import { pictureForDocs } from './picture-for-docs.ts';
import { sharedApp } from './shared-app.ts';

const app = sharedApp();

describe('a board member at a desk', () => {
  it('asks for a topic, opens a source and shares the summary with the channel', async () => {
    const { page, complaints } = await app.openPage();
    const composer = page.getByRole('combobox', { name: 'Message or slash command' });
    await expect.poll(() => page.getByRole('button', { name: '/imt radiotherapy' }).count()).toBe(1);

    await composer.pressSequentially('/imt ra');
    await page.keyboard.press('Tab');
    expect(await composer.inputValue()).toBe('/imt radiotherapy');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('listitem').filter({ hasText: 'Only visible to you' });
    await answer.getByRole('heading', { name: 'Radiotherapy' }).waitFor();
    await pictureForDocs(page, 'sandbox-summary');

    const sources = answer.getByRole('button', { name: 'Sources of the key figures' });
    await sources.click();
    const behind = page.getByRole('dialog', { name: 'Key figures' });
    await behind
      .getByRole('button', { name: /Show the source/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Source' });
    await dialog.getByText('Evidence level').waitFor();
    await pictureForDocs(page, 'sandbox-source');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await behind.waitFor({ state: 'hidden' });
    expect(await sources.evaluate((button) => button === document.activeElement)).toBe(true);

    await answer.getByRole('button', { name: 'Share in channel' }).click();
    const shared = page.getByRole('listitem').filter({ hasNotText: 'Only visible to you' });
    await shared.getByRole('heading', { name: 'Radiotherapy' }).waitFor();

    const other = await app.openPage();
    await become(other.page, 'Ben');
    const seen = other.page.getByRole('log').getByRole('heading', { name: 'Radiotherapy' });
    await seen.waitFor();
    expect(await other.page.getByText('Only visible to you').count()).toBe(0);
    expect(await seen.count()).toBe(1);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('does it all from the keyboard', async () => {
    const { page, complaints } = await app.openPage();
    await become(page, 'Chiara');
    const composer = page.getByRole('combobox', { name: 'Message or slash command' });
    await composer.focus();
    await page.keyboard.type('/');
    await page.keyboard.press('ArrowDown');
    const chosen = await composer.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await composer.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('/imt');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('/imt help').first().waitFor();
    await page.keyboard.type('/imt table');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByRole('table').waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await composer.inputValue()).toBe('/imt table');
    await composer.fill('one line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(await composer.inputValue()).toBe('one line\ntwo');
    expect(complaints).toEqual([]);
  });

  it('reads the same in the dark', async () => {
    const { page, complaints } = await app.openPage({ ...desktop, colorScheme: 'dark' });
    await goTo(page, 'App Home');
    await page.getByRole('heading', { name: 'IMT Board', level: 3 }).waitFor();
    await pictureForDocs(page, 'sandbox-home-dark');
    expect(complaints).toEqual([]);
  });
});

describe('a board member with a phone', () => {
  it('reads a summary and a table without scrolling sideways', async () => {
    const { page, complaints } = await app.openPage(phone);
    await goTo(page, 'IMT Board');
    for (const text of ['/imt table', '/imt radiotherapy']) await say(page, text);
    await page.getByRole('log').getByRole('heading', { name: 'Radiotherapy', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await pictureForDocs(page, 'sandbox-phone');
    expect(complaints).toEqual([]);
  });
});
