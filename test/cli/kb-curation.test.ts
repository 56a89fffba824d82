import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyOfProject } from '../support/copy-of-project.ts';
import { kbIn } from '../support/kb-in.ts';

const folder = copyOfProject();
afterAll(() => rmSync(folder, { recursive: true }));

const kb = kbIn(folder);

const read = (path: string) => readFileSync(join(folder, 'knowledge', path), 'utf8');
const change = (path: string, from: string, to: string) => {
  const text = read(path);
  expect(text).toContain(from);
  writeFileSync(join(folder, 'knowledge', path), text.replace(from, to));
};
const newLines = (before: string, after: string) => {
  const had = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !had.has(line));
};
const report = async () => JSON.parse((await kb('--json')).stdout);

describe('a curator at the command line', () => {
  const draft = 'sources/byrne-2026.yml';
  const filled = `source:
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
  writtenBy: Ada Byrne
  seenAs: full text
claims:
${['one', 'two']
  .map(
    (name) => `  - id: byrne-2026-${name}
    topic: radiotherapy
    subtopic: effect
    statement: Made-up statement ${name}. # a comment
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

  it('begins a file with what is given and nothing made up; it is listed as a draft with what is missing', async () => {
    const { version, counts } = await report();
    const { status, stdout } = await kb(
      ...[
        'new',
        'byrne-2026',
        '--by',
        'Ada Byrne',
        '--year',
        '2026',
        '--authors',
        'Byrne A',
        '--title',
        'On: "it"',
      ],
    );
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('knowledge/sources/byrne-2026.yml, a draft'),
    ]);
    const { source, claims, ...others } = parse(read(draft));
    expect(others).toEqual({ draft: true });
    expect(source).toMatchObject({
      label: 'Byrne 2026',
      title: 'On: "it"',
      doi: null,
      pmid: null,
      studyType: null,
    });
    expect(claims[0]).toMatchObject({
      statement: null,
      topic: null,
      n: null,
      review: { status: 'extracted' },
    });
    const listed = await report();
    expect(listed.drafts[0].toFill.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining([
        'source.studyType',
        'source.seenAs',
        'claims[0].statement',
        'claims[0].reviewBy',
      ]),
    );
    expect(listed.counts).toEqual(counts);
    expect(listed.version.date).toBe(version.date);
  });

  it.each([
    [['new', 'byrne-2026', '--by', 'Bo Lind'], /already, in knowledge\/sources\/byrne-2026\.yml/],
    [['new', '10.3389/fonc.2024.1395787', '--key', 'x-1', '--by', 'Bo Lind'], /DOI stands already/],
    [['new', '10.1000/new', '--by', 'Bo Lind'], /--key guo-2024/],
    [['new', '../evil', '--by', 'Bo Lind'], /cannot be a short name/],
    [['new', 'x-1', '--by', 'Bo Lind', '--doi', 'nonsense'], /not a DOI/],
  ])('is told why a file cannot be begun: %j', async (words, said) => {
    const { status, stderr } = await kb(...words);
    expect(status).toBe(1);
    expect(stderr).toMatch(said);
  });

  it.each([
    [['new', 'x-1']],
    [['new']],
    [['review', 'a', 'b', '--by', 'Bo']],
    [['review', 'a']],
    [['publish', '--nonsense']],
  ])('is told the usage: %j', async (words) => {
    const { status, stderr } = await kb(...words);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/\S/)]);
  });

  it('enters new statements in the list of changes', async () => {
    writeFileSync(join(folder, 'knowledge', draft), filled);
    expect((await report()).unpublished.added).toEqual(['byrne-2026-one', 'byrne-2026-two']);
    const before = read('published.yml');
    const { stdout } = await kb('publish');
    expect(stdout).toContain('added: byrne-2026-one');
    expect(newLines(before, read('published.yml'))).toHaveLength(4);
    expect((await kb('publish')).stdout).toContain('nothing to publish');
    expect((await report()).unpublished.added).toEqual([]);
  });

  it('records a review on one line, and not that of who wrote the entry', async () => {
    const before = read(draft);
    const own = await kb('review', 'byrne-2026-one', '--by', 'Dr Ada Byrne');
    expect([own.status, own.stderr]).toEqual([1, expect.stringContaining('Somebody else has to review it')]);
    expect(read(draft)).toBe(before);
    const { status, stdout } = await kb('review', 'byrne-2026-one', '--by', 'Bo Lind');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/reviewed by Bo Lind on \d{4}-\d\d-\d\d/)]);
    expect(newLines(before, read(draft))).toHaveLength(1);
    const { unreviewed } = await report();
    expect(unreviewed).not.toContain('byrne-2026-one');
  });

  it('reviews nothing that is retracted, by its id or with all of its publication', async () => {
    const before = read(draft);
    const retracted = '    retracted: { on: 2026-11-23, reason: Withdrawn by its journal. }\n    review:';
    writeFileSync(join(folder, 'knowledge', draft), before.replace('    review:', retracted));
    const one = await kb('review', 'byrne-2026-one', '--by', 'Bo Lind');
    expect([one.status, one.stderr]).toEqual([1, expect.stringMatching(/was retracted on .*: it cannot be/)]);
    const all = await kb('review', 'byrne-2026', '--by', 'Bo Lind', '--all', '--json');
    expect(JSON.parse(all.stdout).reviewed).toEqual(['byrne-2026-two']);
    writeFileSync(join(folder, 'knowledge', draft), before);
  });

  it('is shown the new figures that do not say of how many, and none of those that were published', async () => {
    const before = read(draft);
    const figures =
      '    figures:\n      - { name: responded, value: 67, unit: "%" }\n      - { name: grew, value: 2, unit: cm }\n    tumour:';
    expect((await report()).withoutN).toEqual([]);
    writeFileSync(join(folder, 'knowledge', draft), before.replace('    tumour:', figures));
    expect((await report()).withoutN).toEqual(['byrne-2026-one: responded']);
    expect((await kb()).stdout).toMatch(/say of how many: .*: 1\n {2}byrne-2026-one: responded/);
    writeFileSync(join(folder, 'knowledge', draft), before);
  });

  it('says of what software extracted that nobody has written it', async () => {
    const { stdout } = await kb('review', 'applebaum-2005-alk-stain', '--by', 'Bo Lind');
    expect(stdout).toContain('software extracted it');
  });

  it('reviews a whole publication only when told that every statement was read', async () => {
    const asked = await kb('review', 'byrne-2026', '--by', 'Bo Lind');
    expect([asked.status, asked.stderr]).toEqual([
      1,
      expect.stringMatching(
        /statements and cases, 2 in all[\s\S]*Table 1\), reviewed by Bo Lind\n[\s\S]*byrne-2026-two[\s\S]*--all/,
      ),
    ]);
    expect((await kb('review', 'byrne-2026', '--by', 'Bo Lind', '--all')).status).toBe(0);
    expect((await report()).unreviewed).not.toContain('byrne-2026-two');
  });

  it('reviews a published case and a template in the same way, and sees them lapse', async () => {
    const [one, template] = ['guo-2024-case-lisi-2019', 'sts-low-grade'];
    const files = ['sources/guo-2024.yml', 'surveillance/sts-low-grade.yml'] as const;
    const before = files.map(read);
    const authors = 'writtenBy: Ada Byrne\n';
    change(files[1], 'review: {', `${authors}review: {`);
    const own = await kb('review', template, '--by', 'Byrne, Ada');
    expect([own.status, own.stderr]).toEqual([
      1,
      `Ada Byrne wrote "${template}". Somebody else has to review it.`,
    ]);
    for (const id of [one, template]) {
      const { stdout } = await kb('review', id, '--by', 'Bo Lind');
      expect(stdout).toMatch(new RegExp(`reviewed by Bo Lind on .*\n  ${id}: `));
    }
    const reviewed = await report();
    expect(reviewed.unreviewedCases).not.toContain(one);
    expect(reviewed.unreviewedTemplates).not.toContain(template);
    expect(reviewed.lapsedReviews).not.toContain(one);
    change(files[0], 'label: Lisi 2019', 'label: Lisi, 2019');
    change(files[1], 'windowDays: 30', 'windowDays: 14');
    const changed = await report();
    expect(changed.lapsedReviews).toEqual(expect.arrayContaining([one, template]));
    expect(changed.unreviewedCases).toContain(one);
    expect((await kb()).stdout).toMatch(/not reviewed as they stand: \d+\n(?: {2}.*\n)* {2}sts-low-grade/);
    for (const [at, path] of files.entries())
      writeFileSync(join(folder, 'knowledge', path), before[at] ?? '');
  });

  it('is told that nothing of a draft can be reviewed, and what to do', async () => {
    await kb('new', 'lind-2026', '--by', 'Bo Lind');
    const { stderr } = await kb('review', 'lind-2026-form', '--by', 'Ada Byrne');
    expect(stderr).toContain('knowledge/sources/lind-2026.yml is a draft');
    expect(stderr).toContain('Take out its line "draft: true" first');
    rmSync(join(folder, 'knowledge/sources/lind-2026.yml'));
  });

  it('sees a review lapse when its statement changes, and says why it changed', async () => {
    change(draft, 'Made-up statement one.', 'Made-up statement, corrected.');
    const { lapsedReviews, unreviewed, unpublished } = await report();
    expect(lapsedReviews).toEqual(['byrne-2026-one']);
    expect(unreviewed).toContain('byrne-2026-one');
    expect(unpublished.changed).toEqual(['byrne-2026-one']);
    const before = read('published.yml');
    const silent = await kb('publish');
    expect([silent.status, silent.stderr]).toEqual([1, expect.stringContaining('changed: byrne-2026-one')]);
    expect(read('published.yml')).toBe(before);
    await kb('publish', '--because', 'Misread.');
    expect(newLines(before, read('published.yml'))).toEqual([
      expect.stringMatching(/did: changed.*"Misread\."/),
    ]);
  });

  it('does not give the reason why one statement is gone to the change of another', async () => {
    const applebaum = 'sources/applebaum-2005.yml';
    change(applebaum, 'ALK-1 stained 33%', 'ALK-1 marked 33%');
    change(draft, 'id: byrne-2026-two', 'id: byrne-2026-other');
    const words = ['publish', '--replaced', 'byrne-2026-two=byrne-2026-other', '--because', 'Renamed.'];
    const { stdout } = await kb(...words);
    expect(stdout).toContain('Still to be published: applebaum-2005-alk-stain');
    const entry = read('published.yml')
      .split('applebaum-2005-alk-stain:')[1]
      ?.split('applebaum-2005-cox2')[0];
    expect(entry).not.toContain('Renamed.');
    change(applebaum, 'ALK-1 marked 33%', 'ALK-1 stained 33%');
    change(draft, 'id: byrne-2026-other', 'id: byrne-2026-third');
    expect(
      (await kb('publish', '--replaced', 'byrne-2026-other=byrne-2026-third', '--because', 'Again.')).status,
    ).toBe(0);
  });

  it('takes a statement out only with what became of it, and cannot review it after', async () => {
    change(draft, 'id: byrne-2026-third', 'id: byrne-2026-three');
    const refused = await kb('publish');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('--replaced byrne-2026-third=NEW-ID'),
    ]);
    const done = await kb(
      'publish',
      '--replaced',
      'byrne-2026-third=byrne-2026-three',
      '--because',
      'Renamed.',
    );
    expect(done.stdout).toMatch(/replaced: byrne-2026-third\n {2}added: byrne-2026-three/);
    const review = await kb('review', 'byrne-2026-two', '--by', 'Bo Lind');
    expect(review.stderr).toContain('Review "byrne-2026-three" in its place');
    rmSync(join(folder, 'knowledge', draft));
    const all = ['--withdrawn', 'byrne-2026-one', '--withdrawn', 'byrne-2026-three'];
    expect((await kb('publish', ...all)).status).toBe(1);
    expect((await kb('publish', ...all, '--because', 'Retracted paper.')).status).toBe(0);
    const gone = await kb('review', 'byrne-2026-two', '--by', 'Bo Lind');
    expect(gone.stderr).toMatch(/was withdrawn on .*: Retracted paper\./);
    expect((await kb('review', 'no-such-id', '--by', 'Bo Lind')).stderr).toContain('There is no statement');
  });
});
