import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { kbIn } from '../support/kb-in.ts';

const folder = copyOfProject();
afterAll(() => rmSync(folder, { recursive: true }));
const kb = kbIn(folder);
const path = join(folder, 'knowledge/sources/byrne-2026.yml');
const read = () => readFileSync(path, 'utf8');
const source = `source:
  id: byrne-2026
  label: Byrne 2026
  authorsShort: Byrne A
  title: A made-up paper
  journal: null
  year: 2026
  doi: null
  pmid: null
  url: null
  studyType: case report
  curatedOn: 2026-11-23
  writtenBy: Dr. Ada Byrne
  seenAs: full text
claims:
${['one', 'two']
  .map(
    (name) => `  - id: byrne-2026-${name}
    topic: radiotherapy
    subtopic: effect
    statement: Made-up statement ${name}.
    tumour: imt
    studyType: case report
    n: 1
    basis: observed
    evidenceLevel: C
    evidenceDirection: supports
    locator: Table 1
    review: { status: extracted }
    reviewBy: 2027-11-23
`,
  )
  .join('')}`;

const review = (id: string, by: string, ...more: string[]) => kb('review', id, '--by', by, ...more);

describe('a review at the command line', () => {
  beforeAll(async () => {
    writeFileSync(path, source);
    await kb('publish');
  });

  it.each(['A. Byrne', 'Byrne A', 'Byrne, A.', 'BYRNE ADA'])(
    'by its author under another form of the name is refused: %s',
    async (name) => {
      const { status, stderr } = await review('byrne-2026-one', name);
      expect([status, stderr]).toEqual([1, expect.stringContaining('Somebody else has to review it')]);
      expect(read()).toBe(source);
    },
  );

  it('that stands is not replaced, by whomever, unless that is meant', async () => {
    expect((await review('byrne-2026-one', 'Bo Lind')).status).toBe(0);
    const before = read();
    for (const name of ['Cy Noor', 'Bo Lind']) {
      const { status, stderr } = await review('byrne-2026-one', name);
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^Bo Lind approved "byrne-2026-one" as it stands, on \d+ \w+ \d{4}\..*--again/),
      ]);
    }
    expect(read()).toBe(before);
    const { status, stdout } = await review('byrne-2026-one', 'Cy Noor', '--again');
    expect([status, stdout]).toEqual([0, expect.stringContaining('reviewed by Cy Noor')]);
    expect(stdout).toContain('In place of the review by Bo Lind');
    expect(read()).toContain('by: "Cy Noor"');
    expect(read()).not.toContain('Bo Lind');
  });

  it('of a whole publication leaves the reviews that stand, and says so', async () => {
    const { status, stdout } = await review('byrne-2026', 'Bo Lind', '--all');
    expect(status).toBe(0);
    expect(stdout).toMatch(/byrne-2026-two: [\s\S]*Left as reviewed before: byrne-2026-one \(by Cy Noor\)/);
    expect(read().match(/by: "Cy Noor"|by: "Bo Lind"/g)).toEqual(['by: "Cy Noor"', 'by: "Bo Lind"']);
    const nothing = await review('byrne-2026', 'Bo Lind', '--all');
    expect([nothing.status, nothing.stderr]).toEqual([1, expect.stringContaining('--again')]);
  });

  it('of what a curator found wrong is refused until it is corrected, alone and with its publication', async () => {
    const content = /content: "([0-9a-f]{12})"/.exec(read())?.[1] ?? '';
    const flags = `    flags:\n      - { on: 2026-11-20, reason: wrong-figure, outcome: upheld, decidedOn: 2026-11-21, content: "${content}" }\n`;
    const found = source.replace(/(review: .*\n)/, `$1${flags}`);
    writeFileSync(path, found);
    for (const words of [['byrne-2026-one'], ['byrne-2026', '--all'], ['byrne-2026-one', '--again']]) {
      const { status, stderr } = await kb('review', ...words, '--by', 'Bo Lind');
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(
          /"byrne-2026-one" was found wrong by a curator on 21 November 2026 \(a figure or unit is wrong\)[\s\S]*Correct it/,
        ),
      ]);
    }
    expect(read()).toBe(found);
    writeFileSync(path, found.replace('Made-up statement one.', 'Made-up statement, corrected.'));
    expect((await review('byrne-2026-one', 'Bo Lind')).status).toBe(0);
  });
});
