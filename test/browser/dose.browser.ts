import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone } from './open-page.ts';
import { become, goTo, say } from './page-steps.ts';
import { pictureForDocs } from './picture-for-docs.ts';
import { sharedApp } from './shared-app.ts';

const asked = '/imt-dose 60 Gy/30F vs 55 Gy/20F vs 40 Gy/15F';
const app = sharedApp();

const ask = (page: Page) => say(page, asked);

/** Waits until the browser has the picture, not only its address. */
async function loaded(picture: Locator): Promise<void> {
  await picture.waitFor();
  // It is loaded when it comes into sight, out of which what is written above it may push it again.
  const width = async () => {
    await picture.scrollIntoViewIfNeeded();
    return picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  };
  await expect.poll(width).toBeGreaterThan(600);
}

const cellsOf = async (row: Locator) =>
  (await row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts()).map((text) => text.trim());
const picturesIn = (place: Locator | Page) => place.getByRole('img', { name: /^Lines of EQD2/ });
const beginning = (box: HTMLElement | SVGElement) => {
  box.scrollTop = 0;
};

describe('a radiation oncologist at a desk', () => {
  it('compares schedules, sees them drawn, opens the working and shares it all', async () => {
    const { page, complaints } = await app.openPage();
    await ask(page);
    const answer = page.getByRole('listitem').filter({ hasText: 'I read' });
    const table = answer.getByRole('table').first();
    await table.waitFor();
    const cells = await cellsOf(table.getByRole('row').filter({ hasText: '55 Gy/20F' }));
    expect(cells).toEqual(expect.arrayContaining(['55', '20', '2.75', '58.4', '61.9', '63.3', '65.3']));

    const follows = page.getByRole('listitem').filter({ has: page.locator('.bk-image') });
    await loaded(picturesIn(follows));
    expect(await follows.getByText('Only visible to you').count()).toBe(1);
    await pictureForDocs(page, 'sandbox-dose-picture');

    await picturesIn(follows).click();
    const large = page.getByRole('dialog', { name: 'EQD2 depends on α/β' });
    await loaded(picturesIn(large));
    const widthOf = async (image: Locator) => (await image.boundingBox())?.width ?? 0;
    expect(await widthOf(picturesIn(large))).toBeGreaterThan(await widthOf(picturesIn(follows)));
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });

    await page.locator('#conversation').evaluate(beginning);
    await pictureForDocs(page, 'sandbox-dose');
    await answer.getByRole('button', { name: 'Show working' }).click();
    const working = page.getByRole('dialog', { name: /working/i });
    await working.getByText('2.75').first().waitFor();
    await page.keyboard.press('Escape');
    await working.waitFor({ state: 'hidden' });

    await answer.getByRole('button', { name: 'Share in channel' }).click();
    const other = await app.openPage();
    await become(other.page, 'Ben');
    await other.page.getByRole('log').getByRole('table').first().waitFor();
    await loaded(picturesIn(other.page));
    expect(await other.page.getByText('Only visible to you').count()).toBe(0);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('goes on reading an answer when its picture comes', async () => {
    const { page } = await app.openPage({ viewport: { width: 1280, height: 500 } });
    await become(page, 'Chiara');
    await ask(page);
    const answer = page.getByRole('listitem').filter({ hasText: 'Only visible to you' });
    await picturesIn(page).waitFor({ state: 'attached' });
    const top = async (message: Locator) => (await message.boundingBox())?.y ?? -1;
    const box = await top(page.locator('#conversation'));
    expect((await top(answer.first())) - box).toBeGreaterThanOrEqual(0);
    expect((await top(answer.first())) - box).toBeLessThan(100);
  });
});

describe('a radiation oncologist with a phone', () => {
  it('reads the comparison and its picture in full width without scrolling the page sideways', async () => {
    const { page, complaints } = await app.openPage(phone);
    await goTo(page, 'IMT Board');
    await ask(page);
    const picture = picturesIn(page);
    await loaded(picture);
    const { x, width } = (await picture.boundingBox()) ?? { x: 0, width: 0 };
    expect(width).toBeGreaterThan(330);
    expect(x + width).toBeLessThanOrEqual(390);
    const pageWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await pageWidth()).toBeLessThanOrEqual(390);
    await pictureForDocs(page, 'sandbox-dose-phone');
    await picture.click();
    await loaded(picturesIn(page.getByRole('dialog')));
    expect(await pageWidth()).toBeLessThanOrEqual(390);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Show working' }).click();
    await page.getByRole('dialog', { name: /working/i }).waitFor();
    expect(await pageWidth()).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  });
});
