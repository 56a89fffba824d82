import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { kbIn } from '../support/kb-in.ts';

const folder = copyOfProject();
afterAll(() => rmSync(folder, { recursive: true }));
const kb = kbIn(folder);
const at = (path: string) => join(folder, 'knowledge', path);
const path = at('sources/byrne-2026.yml');
const report = async () => JSON.parse((await kb('--json')).stdout);

function write({ statement = 'Made-up statement.', figures = [] as string[], more = '' } = {}): void {
  writeFileSync(
    path,
    `source:
  id: byrne-2026
  label: Byrne 2026
  authorsShort: Dr. Ada Byrne, Mr. Bo Lind
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
  - id: byrne-2026-one
    topic: targeted-therapy
    subtopic: ${readFileSync(at('topics.yml'), 'utf8')
      .split('id: targeted-therapy')[1]
      ?.match(/- id: ([a-z-]+)|id: ([a-z-]+)/)
      ?.slice(1)
      .find(Boolean)}
    statement: ${JSON.stringify(statement)}
    figures: [${figures.join(', ')}]
    tumour: imt
    studyType: case report
    n: 1
    basis: observed
    evidenceLevel: C
    evidenceDirection: supports
    locator: Table 1
    review: { status: extracted }
    reviewBy: 2027-11-23
${more}`,
  );
}

describe('`imt kb`', () => {
  afterEach(() => rmSync(path, { force: true }));

  it('finds nothing of all this in the base as it stands', async () => {
    const said = await report();
    expect([said.withoutMeasure, said.ofSeveralDrugs, said.retractedSides, said.identifiers]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    const { stdout } = await kb();
    expect(stdout).not.toMatch(/New response figures|measure|identifier|retracted statements only/);
  });

  it('names new figures that look like a response and are in no comparison, as long as none of the statement is', async () => {
    const responded = '{ name: responded, value: 3, unit: patients, n: 7 }';
    const others = [
      '{ name: complete remission, value: 20, unit: "%" }',
      '{ name: locally controlled, value: 2, unit: patients, n: 7 }',
      '{ name: ALK positive among controls, value: 2, unit: patients, n: 7 }',
      '{ name: time to response, value: 2, unit: months }',
    ];
    write({ figures: [responded, ...others] });
    expect((await report()).withoutMeasure).toEqual([
      'byrne-2026-one: responded',
      'byrne-2026-one: complete remission',
      'byrne-2026-one: locally controlled',
    ]);
    expect((await kb()).stdout).toMatch(
      /New figures that look like a response .*`measure: response`.*`measure: control`.*: 3\n {2}byrne-2026-one: responded\n/,
    );
    write({ figures: [responded.replace('7 }', '7, measure: response }'), ...others] });
    expect((await report()).withoutMeasure).toEqual([]);
  });

  it('names new response figures that do not say which of several drugs they are of', async () => {
    const of = (name: string) => [`{ name: ${name}, value: 3, unit: patients, n: 7, measure: response }`];
    const statement = 'Of 7 on crizotinib and then lorlatinib, 3 responded.';
    write({ statement, figures: of('responded') });
    expect((await report()).ofSeveralDrugs).toEqual(['byrne-2026-one: responded (crizotinib, lorlatinib)']);
    expect((await kb()).stdout).toMatch(
      /New response figures that name no drug, .*: 1\n {2}byrne-2026-one: responded \(crizotinib, lorlatinib\)/,
    );
    write({ statement, figures: of('responded to lorlatinib') });
    expect((await report()).ofSeveralDrugs).toEqual([]);
    write({ statement: 'Of 7 on the ALK inhibitor crizotinib, 3 responded.', figures: of('responded') });
    expect((await report()).ofSeveralDrugs).toEqual([]);
  });

  it('names what looks like an identifier of a patient, without repeating it; authors are none', async () => {
    write({ statement: 'Mrs. Whitaker, born 12.03.1961, MRN 4471902, responded.' });
    const { identifiers } = await report();
    expect(identifiers).toContainEqual(
      expect.stringMatching(/^byrne-2026-one, statement: .*medical record number \(••••902\)/),
    );
    expect(identifiers.join()).toMatch(/name/);
    const { stdout } = await kb();
    expect(stdout).toMatch(/What looks like an identifier of a patient: take it out: [1-9]/);
    expect(stdout).not.toMatch(/Whitaker|4471902|1961/);
    write({ more: '    caveats:\n      - text: Of patient MRN 4471902 only.\n' });
    expect((await report()).identifiers).toEqual([
      expect.stringMatching(/^byrne-2026-one, caveats: medical record number/),
    ]);
    write();
    expect((await report()).identifiers).toEqual([]);
  });

  it('names a disagreement of which one side is retracted, which a retraction must not be refused for', async () => {
    const conflicts = readFileSync(at('conflicts.yml'), 'utf8');
    const retracted = '    retracted: { on: 2026-11-23, reason: Withdrawn by its journal. }\n';
    write({ more: retracted });
    writeFileSync(
      at('conflicts.yml'),
      conflicts.replace(
        /^conflicts:\n/m,
        `conflicts:\n  - id: made-up\n    topics: [targeted-therapy]\n    title: Made up\n    sides:\n      - { position: One, claims: [byrne-2026-one] }\n      - { position: Other, claims: [guo-2024-case-patient] }\n    likelyReason: Made up.\n    review: { status: extracted }\n`,
      ),
    );
    const said = await report();
    writeFileSync(at('conflicts.yml'), conflicts);
    expect(said.retractedSides).toEqual(['made-up: One']);
  });

  it('names a file without a line by its name alone', async () => {
    writeFileSync(path, '\n');
    const { stdout } = await kb();
    expect(stdout).toMatch(/^ {2}sources\/byrne-2026\.yml \(YAML\): the file is empty/m);
    expect(stdout).not.toContain(':?');
  });
});

describe('`imt kb publish`', () => {
  const inOther = kbIn(folder);
  const unchanged = async (words: string[], said: RegExp, ends = 1) => {
    const before = readFileSync(at('published.yml'), 'utf8');
    const { status, stderr } = await inOther('publish', ...words, '--because', 'Split in two.');
    expect([status, stderr]).toEqual([ends, expect.stringMatching(said)]);
    expect(stderr).not.toContain('published.yml:');
    expect(readFileSync(at('published.yml'), 'utf8')).toBe(before);
  };

  it('says which id of a replacement is unknown and where to look it up', () =>
    unchanged(
      ['--replaced', 'guo-2024-row-lee-2006=guo-2024-row-lee-2007'],
      /there is no statement "guo-2024-row-lee-2007": nearest are guo-2024-row-lee-2006.*knowledge\/sources/,
    ));

  it('says that what is replaced or withdrawn still stands in its file', async () => {
    const said =
      /"guo-2024-row-lee-2006" still stands in knowledge\/sources\/guo-2024\.yml: take it out there/;
    await unchanged(['--withdrawn', 'guo-2024-row-lee-2006'], said);
    await unchanged(['--replaced', 'guo-2024-row-lee-2006=guo-2024-case-patient'], said);
  });

  it('says of replacements in a circle what is wrong, and no line of a list that is not written', async () => {
    write();
    await inOther('publish');
    rmSync(path);
    await unchanged(
      ['--replaced', 'byrne-2026-one=byrne-2026-one'],
      /published\.yml statements\.byrne-2026-one.*expected a statement that was ever published/,
      2,
    );
  });
});
