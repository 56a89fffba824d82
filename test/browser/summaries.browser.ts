import { expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { phone } from './open-page.ts';
import { goTo, say } from './page-steps.ts';
import { sharedApp } from './shared-app.ts';

const app = sharedApp();
const { topics } = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const screen = phone.viewport?.height ?? 0;

it('a summary of any topic has its “More” within one and a third of a phone’s screens', async () => {
  const { page } = await app.openPage(phone);
  await goTo(page, 'IMT Board');
  const heights: Record<string, number> = {};
  for (const { id, title } of topics) {
    await say(page, `/imt ${id}`);
    const summary = page.getByRole('log').locator('.message').filter({ hasText: title }).last();
    await summary.getByText('Not for urgent decisions').waitFor();
    heights[id] = ((await summary.boundingBox())?.height ?? Number.NaN) / screen;
  }
  expect(Object.entries(heights).filter(([, screens]) => !(screens < 4 / 3))).toEqual([]);
});
