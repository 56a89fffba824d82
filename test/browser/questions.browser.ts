import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { become } from './page-steps.ts';
import { pictureForDocs } from './picture-for-docs.ts';
import { sharedApp } from './shared-app.ts';

const app = sharedApp();

const log = (page: Page) => page.getByRole('log');

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Message or slash command' }).fill(text);
  await page.keyboard.press('Enter');
}

describe('a board member who asks', () => {
  it('is answered in the direct message, follows up, and is refused what no base can answer', async () => {
    const { page, complaints } = await app.openPage();
    await page
      .getByRole('button', { name: /IMT Board/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'What dose did Lee use?' }).click();
    const answer = page.getByRole('listitem').filter({ hasText: 'Lee 2006, skull base' });
    await answer.getByRole('button', { name: 'Helpful', exact: true }).waitFor();
    await pictureForDocs(page, 'sandbox-question');
    await answer.getByRole('button', { name: 'Helpful', exact: true }).click();
    await log(page).getByText('Noted as helpful').waitFor();

    await write(page, 'is radiotherapy effective?');
    await log(page).getByText('Statements disagree').first().waitFor();
    await write(page, 'and the dose?');
    await log(page)
      .getByText(/Understood: dose, .*radiotherapy/)
      .waitFor();

    await write(page, 'pembrolizumab dose?');
    await log(page).getByText('I noted the gap').waitFor();
    await write(page, 'should I start crizotinib in my patient?');
    await log(page).getByText('I cannot advise on a patient').waitFor();
    await write(page, 'patient Whitaker, MRN 4471902: radiotherapy?');
    await log(page).getByText('This looks like it holds').waitFor();
    expect(complaints).toEqual([]);
  });

  it('names the app in the channel, reads the answer alone and shares it', async () => {
    const { page, complaints } = await app.openPage();
    await write(page, '@IMT Board ROS1 frequency?');
    const answer = page.getByRole('listitem').filter({ hasText: 'Only visible to you' });
    await answer.getByRole('button', { name: 'Share in channel' }).click();
    await log(page).getByText('Shared by').waitFor();

    const other = await app.openPage();
    await become(other.page, 'Ben');
    await log(other.page).getByText('Shared by').waitFor();
    expect(await other.page.getByText('Only visible to you').count()).toBe(0);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('says why an answer is wrong, in a dialog', async () => {
    const { page, complaints } = await app.openPage();
    await become(page, 'Chiara');
    await page
      .getByRole('button', { name: /IMT Board/ })
      .first()
      .click();
    await write(page, 'ROS1 frequency?');
    await log(page).getByRole('button', { name: 'Flag as wrong…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Flag as wrong' });
    await dialog.getByLabel('Which statement?').selectOption({ index: 1 });
    await dialog.getByLabel('What is wrong?').selectOption('wrong-figure');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await log(page).getByText('marked “under review” for everybody').waitFor();
    expect(complaints).toEqual([]);
  });
});
