import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { graverBarriers } from './graver-barriers.ts';
import { desktop, phone } from './open-page.ts';
import { goTo, say } from './page-steps.ts';
import { sharedApp } from './shared-app.ts';

const app = sharedApp();

const drawer = (page: Page) => page.getByRole('complementary', { name: 'What Slack was sent' });
const toggle = (page: Page) => page.getByRole('button', { name: 'What Slack was sent' });
const listed = (page: Page, name: RegExp) => drawer(page).locator('summary').filter({ hasText: name });

describe('a developer', () => {
  it('reads the request that came for a command and the post that answered it, without a token', async () => {
    const { page, complaints } = await app.openPage({
      ...desktop,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await toggle(page).click();
    await say(page, '/imt help');
    await listed(page, /response_url/)
      .first()
      .waitFor();
    await listed(page, /\/imt/).first().click();
    const sent = drawer(page).getByRole('region', { name: 'Slack sent' });
    await sent.getByText('"command": "/imt"').waitFor();
    const request = JSON.parse((await sent.locator('pre').textContent()) ?? '');
    expect(request.body).toMatchObject({ command: '/imt', text: 'help', token: '(left out)' });
    expect(request.headers['x-slack-signature']).toMatch(/^v0=[0-9a-f]{64}$/);

    await listed(page, /response_url/)
      .first()
      .click();
    const answer = drawer(page).getByRole('region', { name: 'The app sent' });
    await answer.getByText('"response_type"').waitFor();
    await answer.getByRole('button', { name: 'Copy: The app sent' }).click();
    await answer.getByText('Copied').waitFor();
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.blocks.length).toBeGreaterThan(2);
    expect(await graverBarriers(page)).toEqual([]);
    expect(await drawer(page).textContent()).not.toMatch(/xox[a-z]-/);

    await drawer(page).getByLabel('Show').selectOption('slack');
    expect(await listed(page, /\/imt/).isVisible()).toBe(false);
    await drawer(page).getByRole('button', { name: 'Clear' }).click();
    await drawer(page).getByText('Nothing yet.').waitFor();
    await say(page, '/imt table');
    await listed(page, /response_url/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens and leaves the drawer from the keyboard, on a phone in place of the conversation', async () => {
    const { page, complaints } = await app.openPage({ ...phone, colorScheme: 'dark' });
    await goTo(page, 'IMT Board');
    await say(page, 'ROS1 frequency?');
    await toggle(page).focus();
    await page.keyboard.press('Enter');
    await listed(page, /chat\.postMessage/)
      .first()
      .waitFor();
    expect(await page.getByRole('main').isVisible()).toBe(false);
    expect(await graverBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'hidden' });
    expect(await toggle(page).evaluate((button) => button === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
