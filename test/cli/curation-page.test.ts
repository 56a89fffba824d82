import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { kbIn } from '../support/kb-in.ts';

const page = readFileSync(new URL('../../docs/curation.md', import.meta.url), 'utf8');
const folder = copyOfProject();
afterAll(() => rmSync(folder, { recursive: true }));

const kb = kbIn(folder);
const file = join(folder, 'knowledge/sources/example-2026.yml');
const command = /^ *npm run -s imt -- kb\b(.*)$/gm;
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1]?.replace(/^ {3}/gm, '') ?? '';
const edit = (from: string, to: string) => {
  expect(example).toContain(from);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};

/** What a curator does in the editor before a command of the page, by the command’s place. */
const editedBefore: Record<number, () => void> = {
  2: () => writeFileSync(file, example),
  3: () => edit('draft: true\n', ''),
  5: () => edit('only shows the form', 'shows the form'),
  6: () => edit('id: example-2026-form', 'id: example-2026-new'),
  7: () => rmSync(file),
};
const ids = { 6: ['example-2026-form', 'example-2026-new'], 7: ['example-2026-new', ''] } as const;

describe('the page on curation', () => {
  const lines = [...page.matchAll(command)].map(([, words = '']) => words);

  it('holds commands that work in the order in which they stand, and print what it says', async () => {
    const printed: string[] = [];
    for (const [at, line] of lines.entries()) {
      editedBefore[at]?.();
      const [old, by] = ids[at as keyof typeof ids] ?? ['OLD-ID', 'NEW-ID'];
      const { status, stdout, stderr } = await kb(
        ...wordsOf(line.replace('OLD-ID', old).replace('NEW-ID', by)),
      );
      expect([line, status, stderr]).toEqual([line, 0, '']);
      printed.push(stdout);
    }
    expect(printed).toHaveLength(8);
    for (const [at, said] of [
      [1, 'Begun: knowledge/sources/example-2026.yml, a draft. Nothing of it is shown yet.'],
      [2, 'complete; take out the line "draft: true" to show it'],
      [3, 'added: example-2026-form'],
      [4, 'Recorded in knowledge/sources/example-2026.yml: reviewed by Bo Lind on '],
      [5, 'changed:'],
    ] as const) {
      expect(printed[at]).toContain(said);
      expect(page.replaceAll(/\s+/g, ' ')).toContain(said);
    }
  });
});
