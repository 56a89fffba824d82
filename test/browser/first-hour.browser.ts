import { expect, it } from 'vitest';
import { freshApp } from './fresh-app.ts';
import { desktop } from './open-page.ts';
import { become, fillDialog, goTo, say } from './page-steps.ts';
import { pictureForDocs } from './picture-for-docs.ts';

const app = freshApp();
/** Pictures of a guide are read beside its text: no larger than they need be. */
const small = { ...desktop, viewport: { width: 1000, height: 700 } };

it('the first hour goes as docs/first-hour.md says: welcome, what Slack was sent, a flag and its curator', async () => {
  const { page, complaints } = await app.openPage(small);
  const log = page.getByRole('log');
  await page.getByText('the clock is yours').waitFor();
  await pictureForDocs(page, 'first-hour-welcome');

  await say(page, '/imt compare crizotinib vs chemotherapy');
  await log.getByRole('heading', { name: 'Treatments side by side' }).waitFor();
  await log.getByRole('img').first().waitFor();
  await page.getByRole('button', { name: 'What Slack was sent' }).click();
  await page.getByRole('list', { name: 'Latest first' }).getByRole('listitem').first().waitFor();
  await pictureForDocs(page, 'first-hour-sent');
  await page.getByRole('button', { name: 'What Slack was sent' }).click();

  await goTo(page, 'IMT Board');
  await say(page, 'what dose did Lee use?');
  await log.getByRole('button', { name: 'Flag as wrong…' }).click();
  await fillDialog(page, 'Flag as wrong', async (dialog) => {
    await dialog.getByLabel('Which statement?').selectOption({ index: 1 });
    await dialog.getByLabel('What is wrong?').selectOption('wrong-figure');
  });
  await log.getByText('marked “under review” for everybody').waitFor();

  await become(page, 'Ben');
  await goTo(page, 'IMT Board');
  await say(page, 'what dose did Lee use?');
  const mark = log.getByText('Under review: flagged on').first();
  await mark.waitFor();
  await mark.scrollIntoViewIfNeeded();
  await pictureForDocs(page, 'first-hour-marked');

  await become(page, 'Dana');
  await goTo(page, 'App Home');
  const home = page.getByRole('region', { name: 'App Home' });
  await home.getByText('1 open, oldest first').waitFor();
  await pictureForDocs(page, 'first-hour-curator');
  await home.getByRole('button', { name: 'Reload the knowledge base' }).click();
  await page.getByRole('dialog').getByText('The files are those that are served already').waitFor();
  expect(complaints).toEqual([]);
});
