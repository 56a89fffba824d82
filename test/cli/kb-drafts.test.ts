import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { kbIn } from '../support/kb-in.ts';

const folder = copyOfProject();
afterAll(() => rmSync(folder, { recursive: true }));
const kb = kbIn(folder);

it('`imt kb` ends with the draft that somebody fills in, and names its places as a person would', async () => {
  await kb('new', 'example-2026', '--by', 'Ada Byrne', '--year', '2026');
  const { stdout } = await kb();
  const [, drafts = ''] = stdout.split('Drafts, of which nothing is shown: 1\n');
  expect(drafts).toMatch(
    /^ {2}sources\/example-2026\.yml: still to fill in: \d+\n(?: {4}line \d+ .*(?:\n|$))+$/,
  );
  expect(drafts).toMatch(/statement 1, topic: still empty/);
  expect(drafts).toMatch(/statement 1, evidenceLevel: still empty: expected one of: A, B, C, D, E/);
  expect(drafts).not.toMatch(/claims\[|Invalid option/);
});

it('the draft says how a figure comes into a comparison, and so does the page on curation', async () => {
  const draft = readFileSync(join(folder, 'knowledge/sources/example-2026.yml'), 'utf8');
  const page = readFileSync(new URL('../../docs/curation.md', import.meta.url), 'utf8');
  for (const text of [draft, page])
    expect(text).toMatch(/\/imt compare[\s\S]{0,200}response[\s\S]{0,200}control/);
});
