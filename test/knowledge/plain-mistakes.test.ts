import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import { aClaim, fixtureContents, fixtureFiles } from '../support/knowledge-fixture.ts';

const file = 'sources/alpha.yml';
const figure = (over: object) => ({ name: 'responded', value: 50, unit: '%', n: 10, ...over });
const written = fixtureFiles(
  fixtureContents({ claims: [aClaim({ figures: [figure({ value: 40, range: [20, 60] })] })], cases: [] }),
);
const text = written.find(({ path }) => path === file)?.text ?? '';

/** What is told of the file when one piece of its text is another, with the text of the line that it names. */
function told(from: string, to: string): string[] {
  expect(text).toContain(from);
  const changed = text.replace(from, to);
  try {
    buildKnowledge(written.map((one) => (one.path === file ? { path: file, text: changed } : one)));
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    expect(new Set(error.problems.map((problem) => problem.file))).toEqual(new Set([file]));
    const lines = changed.split('\n');
    return error.problems.map(({ line, expected }) => `${lines[(line ?? 0) - 1]?.trim()} → ${expected}`);
  }
  return [];
}

describe('a mistake of a curator is told with its line, what is wrong and what to write', () => {
  it.each([
    [
      'a key in another column',
      '    topic:',
      '     topic:',
      /expected the keys of one entry in the same column/,
    ],
    ['a tab', '    topic:', '\ttopic:', /expected spaces at the beginning of the line/],
    [
      'a colon in a sentence',
      'statement: Made-up',
      'statement: Made up: a',
      /text that holds a colon and a space in quotes/,
    ],
    ['a key twice', '    n: 1\n', '    n: 1\n    n: 2\n', /^n: 2 → this key stands twice/],
    ['no place', '    locator: Table 1\n', '', /^- id: alpha-one → this key is missing: expected text/],
    ['an empty place', 'locator: Table 1', 'locator:', /^locator: → still empty: expected text/],
    [
      'a topic that is none',
      'topic: radiotherapy',
      'topic: radiation',
      /there is no topic "radiation": expected one of radiotherapy, surgery/,
    ],
    [
      'a study type that is none',
      'studyType: case report\n    n',
      'studyType: case series\n    n',
      /expected one of: meta-analysis, .*retrospective series/,
    ],
    [
      'the address of a DOI',
      'doi: 10.1000/alpha',
      'doi: https://doi.org/10.1000/alpha',
      /^doi: .* → expected a DOI as 10\./,
    ],
    [
      'a PMID without quotes',
      'pmid: null',
      'pmid: 12345678',
      /expected text: put it in quotes, as "12345678"/,
    ],
    [
      'a sign in a number',
      'value: 40',
      'value: 40%',
      /^value: 40% → expected a number without quotes, sign or unit/,
    ],
    [
      'a decimal comma, which ends the entry there',
      '    figures:\n',
      '    figures:\n      - { name: other, value: 64,3, unit: "%" }\n',
      /^- { name: other.*→ "3" stands behind a comma: write a decimal point, as 64\.3/,
    ],
    [
      'a decimal comma on a line of its own',
      'value: 40',
      'value: 64,3',
      /^value: 64,3 → expected a number .*: write a decimal point, as 64\.3$/,
    ],
    [
      'a year with a digit too many',
      '  year: 2001',
      '  year: 20010',
      /^year: 20010 → expected a year from 1900 to 2027, the one after curatedOn/,
    ],
    [
      'a year before there were such papers',
      '  year: 2001',
      '  year: 201',
      /^year: 201 → expected a year from 1900/,
    ],
    ['a unit in typographic quotes', 'unit: "%"', 'unit: “%”', /^unit: “%” → expected a unit .*“/],
    ['text of another encoding than UTF-8', 'Made-up', 'M\uFFFDde-up', /M\uFFFDde-up.* → .*not UTF-8/],
    [
      'what a merge left behind',
      '  - id: alpha-one\n',
      '<<<<<<< HEAD\n  - id: alpha-one\n=======\n  - id: alpha-two\n>>>>>>> other\n',
      /^<<<<<<< HEAD → a merge left two versions here: keep one/,
    ],
    ['a date as it is spoken', '2027-11-23', '23.11.2027', /expected a day of the calendar as 2026-11-23/],
    ['a day that is none', '2027-11-23', '2027-02-30', /expected a day of the calendar/],
    [
      'a retraction without its reason',
      '    review:',
      '    retracted: { on: 2026-11-23 }\n    review:',
      /this key is missing: expected text/,
    ],
    ['a list without hyphens', '  - id: alpha-one', '    id: alpha-one', /expected a list: .* hyphen/],
    [
      'another id than its file',
      '  id: alpha\n',
      '  id: alpha-2001\n',
      /expected "alpha", as its file is named; or name the file alpha-2001\.yml/,
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)[0]).toMatch(expected);
  });

  it('a key that is spelt wrong, with the right one', () => {
    const both = told('    locator:', '    lokator:');
    expect(both).toContainEqual('lokator: Table 1 → there is no key "lokator" here: write "locator"');
    expect(told('name: responded', 'naem: responded').join()).toContain('write "name"');
  });

  it('only once, where one slip makes every line after it unreadable', () => {
    expect(told('    topic:', '\ttopic:')).toHaveLength(1);
  });
});

it('bytes that are no UTF-8 are told as such, and not shown as a sign nobody wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imt-latin-'));
  mkdirSync(join(folder, 'sources'));
  for (const one of written)
    writeFileSync(
      join(folder, one.path),
      one.path === file ? Buffer.from(text.replace('Made-up', 'Må'), 'latin1') : one.text,
    );
  expect(() => loadKnowledge(pathToFileURL(`${folder}/`))).toThrow(/sources\/alpha\.yml:\d+ .*not UTF-8/);
  rmSync(folder, { recursive: true });
});

describe('a figure is refused', () => {
  const built = (...figures: object[]) =>
    buildKnowledge(fixtureFiles(fixtureContents({ claims: [aClaim({ figures: figures as never })] })));

  it.each([
    [
      'with more who had it than were looked at',
      { value: 6, unit: 'patients', n: 5 },
      /figures\[0\]\.n: expected n, all who were looked at/,
    ],
    ['of more than all', { value: 670 }, /expected a percentage from 0 to 100/],
    ['of less than none', { value: -1 }, /expected a percentage from 0 to 100/],
    ['with neither value nor range', { value: null }, /expected a value, or a range, or both/],
    ['with its range upside down', { range: [40, 20] }, /expected the lower end first/],
    [
      'with its interval upside down',
      { ci: { levelPercent: 95, low: 81, high: 19 } },
      /expected low below high/,
    ],
    [
      'outside its interval',
      { ci: { levelPercent: 95, low: 60, high: 81 } },
      /interval that holds the value/,
    ],
    [
      'with the level as a share',
      { ci: { levelPercent: 0.95, low: 19, high: 81 } },
      /expected the level in percent, as 95/,
    ],
  ])('%s', (_, over, expected) => {
    expect(() => built(figure(over))).toThrow(expected);
  });

  it('under the name of another of the same statement', () => {
    expect(() => built(figure({}), figure({ value: 51 }))).toThrow(
      /"responded" stands twice in this statement/,
    );
  });

  it('no more than that: a bound, a range alone and a percentage without its number are taken', () => {
    const taken = [
      figure({ ci: { levelPercent: 95, low: 19, high: 81 } }),
      figure({ name: 'b', value: null, range: [5, 5] }),
      figure({ name: 'c', value: 100, n: null }),
      figure({ name: 'd', value: 5, unit: 'patients', n: 5 }),
    ];
    expect(built(...taken).claims.get('alpha-one')?.figures).toHaveLength(4);
  });
});
