import type { Page } from 'playwright-core';

const folder = new URL('../../docs/images/', import.meta.url).pathname;

/** Takes a picture for the documents, when `DOCS_IMAGES=1` asks for it: a run of the tests alone changes no file. */
export async function pictureForDocs(page: Page, name: string): Promise<void> {
  if (process.env.DOCS_IMAGES === '1') await page.screenshot({ path: `${folder}${name}.png` });
}
