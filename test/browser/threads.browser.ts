import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { graverBarriers } from './graver-barriers.ts';
import { desktop, phone } from './open-page.ts';
import { become, goTo, say } from './page-steps.ts';
import { sharedApp } from './shared-app.ts';

const app = sharedApp();

const log = (page: Page) => page.getByRole('log');
const messages = (page: Page) => log(page).locator('[data-ts]');
const threadOf = (page: Page, text: string) => page.getByText(`In the thread of ${text}`);

const screens: [string, BrowserContextOptions, string][] = [
  ['at a desk', desktop, 'Ada'],
  ['on a phone', phone, 'Ben'],
];

describe.each(screens)('whoever asks on, %s', (_, options, name) => {
  it('keeps the topic of a thread, though something else was asked meanwhile', async () => {
    const { page, complaints } = await app.openPage(options);
    if (name !== 'Ada') await become(page, name);
    await goTo(page, 'IMT Board');
    await say(page, 'is radiotherapy effective?');
    await messages(page).nth(1).getByText('Statements disagree').first().waitFor();
    await say(page, 'ROS1 frequency?');
    await expect.poll(() => messages(page).count()).toBe(4);

    await messages(page).nth(1).getByRole('button', { name: 'Reply in thread' }).click();
    await threadOf(page, 'is radiotherapy effective?').waitFor();
    expect(await graverBarriers(page)).toEqual([]);
    await say(page, 'and the dose?');
    await expect.poll(() => messages(page).count()).toBe(6);
    const answer = messages(page).nth(3);
    await answer.getByText(/Understood: dose, .*radiotherapy/).waitFor();
    expect(await messages(page).nth(4).textContent()).toContain('ROS1 frequency?');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options.viewport?.width ?? 0,
    );

    await say(page, '/imt table');
    await log(page).getByText('Slack takes no commands in threads').waitFor();
    await page.getByRole('combobox', { name: 'Message or slash command' }).press('Escape');
    await threadOf(page, 'is radiotherapy effective?').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });
});

describe('a thread of the channel', () => {
  it('is read by all, and what the app answers in it by the one who asked', async () => {
    const { page, complaints } = await app.openPage();
    await become(page, 'Chiara');
    await say(page, 'CASE-12 is on the list today');
    await page.getByRole('button', { name: 'Reply in thread' }).click();
    await say(page, '@IMT Board ROS1 frequency?');
    const answer = messages(page).filter({ hasText: 'Only visible to you' });
    await answer.getByRole('button', { name: 'Share in channel' }).waitFor();
    const root = await messages(page).first().getAttribute('data-ts');
    expect(await answer.getAttribute('data-thread')).toBe(root);

    await become(page, 'Dana');
    await expect.poll(() => messages(page).count()).toBe(2);
    expect(await threadOf(page, 'CASE-12').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
