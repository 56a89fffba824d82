import type { Locator, Page } from 'playwright-core';

/** Says something in the open conversation. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Message or slash command' }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Goes to a conversation, or to App Home. */
export async function goTo(page: Page, place: string | RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: place }).click();
}

/** Goes on as somebody else. */
export async function become(page: Page, name: string): Promise<void> {
  const button = page.getByRole('group', { name: 'You are' }).getByRole('button', { name });
  await button.click();
  await page.locator('#people [aria-pressed="true"]').filter({ hasText: name }).waitFor();
}

/** Fills in a dialog and submits it, which must close it. */
export async function fillDialog(
  page: Page,
  name: string | RegExp,
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await fill(dialog);
  await dialog.locator('#dialog-submit').click();
  await dialog.waitFor({ state: 'hidden' });
}
