import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { changedShare } from './changed-share.ts';
import { type GreyPicture, greyPicture, greyPng } from './grey-picture.ts';

const folder = new URL('./reference/', import.meta.url);
/** A quarter of the page’s size: enough to see what is where, too little to read. */
const squarePixels = 4;

/**
 * The share of the page, 0 to 1, that looks otherwise than in the reference of this name. `WRITE_REFERENCES=1` makes
 * what is seen now the reference; look at it before it is committed.
 */
export async function shareChangedSince(page: Page, name: string, mask: Locator[]): Promise<number> {
  const seen = await pictureOf(page, mask);
  if (process.env.WRITE_REFERENCES === '1') {
    await mkdir(folder, { recursive: true });
    await writeFile(fileOf(name), greyPng(seen));
  }
  return shareChanged(seen, name);
}

/** The same of a page that was spoilt on purpose: it never becomes the reference. */
export async function shareSpoilt(page: Page, name: string, mask: Locator[]): Promise<number> {
  return shareChanged(await pictureOf(page, mask), name);
}

const fileOf = (name: string) => new URL(`${name}.png`, folder);

async function pictureOf(page: Page, mask: Locator[]): Promise<GreyPicture> {
  const shot = await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide', mask });
  return greyPicture(shot, squarePixels);
}

async function shareChanged(seen: GreyPicture, name: string): Promise<number> {
  const file = fileOf(name);
  if (!existsSync(file))
    throw new Error(
      `There is no reference ${name}.png. Write it with WRITE_REFERENCES=1 npm run test:browser`,
    );
  return changedShare(greyPicture(await readFile(file), 1), seen);
}
