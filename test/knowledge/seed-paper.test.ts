/** Nothing that an audit of a publication found is lost, and nothing doubtful is shown without its warning. */
import { describe, expect, test } from 'vitest';
import type { Claim, PublishedCase } from '../../knowledge/schema.ts';
import { conflicts, sources } from './curated-files.ts';

type Curated = (typeof sources)[number];

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const problemsOf = (entries: readonly { auditProblems: string[] }[]) =>
  entries.flatMap(({ auditProblems }) => auditProblems);

function conflictsOf({ claims }: Curated) {
  const ids = new Set(claims.map(({ id }) => id));
  return conflicts.filter(({ sides }) => sides.some((side) => side.claims.some((id) => ids.has(id))));
}

/** The problems that a reader of this statement or case is told of. */
function toldWith(entry: Claim | PublishedCase, file: Curated): Set<string> {
  const misprints = file.misprints.filter(
    ({ claims, cases }) => claims.includes(entry.id) || cases.includes(entry.id),
  );
  const disputes = conflicts.filter(({ sides }) => sides.some(({ claims }) => claims.includes(entry.id)));
  const own = 'caveats' in entry ? entry.caveats : entry.warnings;
  return new Set(problemsOf([...own, ...misprints, ...disputes]));
}

describe.each(sources.filter(({ source }) => source.audit !== null))('the audit of $source.id', (file) => {
  const audit = file.source.audit ?? { facts: 0, problems: 0 };
  const used = new Set([...file.claims, ...file.cases].flatMap(({ auditFacts }) => auditFacts));
  const leftOut = new Set(file.leftOut.flatMap(({ auditFacts }) => auditFacts));

  test('finds each fact in a claim or case, or left out with a reason', () => {
    expect(upTo(audit.facts).filter((fact) => !used.has(fact) && !leftOut.has(fact))).toEqual([]);
  });

  test('finds no fact both used and left out, and none that it does not count', () => {
    expect([...leftOut].filter((fact) => used.has(fact))).toEqual([]);
    expect([...used, ...leftOut].filter((fact) => fact > audit.facts)).toEqual([]);
  });

  test('finds each problem told in a caveat, warning, misprint, limit or conflict', () => {
    const told = problemsOf([
      ...file.source.limits,
      ...file.claims.flatMap(({ caveats }) => caveats),
      ...file.cases.flatMap(({ warnings }) => warnings),
      ...file.misprints.filter(({ claims, cases }) => claims.length + cases.length > 0),
      ...conflictsOf(file),
    ]);
    const counted = upTo(audit.problems).map((number) => `3.${number}`);
    expect(counted.filter((problem) => !told.includes(problem))).toEqual([]);
    expect(told.filter((problem) => !counted.includes(problem))).toEqual([]);
  });
});

describe('Guo 2024', () => {
  const file = sources.find(({ source }) => source.id === 'guo-2024');
  if (!file) throw new Error('expected knowledge/sources/guo-2024.yml');
  const entries = [...file.claims, ...file.cases];

  /** Which facts of its audit may be shown only with which problem beside them. */
  const warned: Record<string, number[]> = {
    '3.1': [145, 146, 150, 156],
    '3.2': [18, 99, 154, 173],
    '3.3': [13],
    '3.4': [88, 89, 90],
    '3.5': [92],
    '3.6': [39, 141],
    '3.7': [6, 60, 66],
    '3.8': [146, 158, 159, 160],
    '3.9': [53, 57],
    '3.10': [74, 108, 114],
    '3.11': [70],
    '3.12': [67, 104],
    '3.13': [16, 98],
    '3.14': [9, 20, 87, 163],
    '3.15': [145, 147],
    '3.16': [80, 81],
    '3.17': [135],
    '3.18': [120],
    '3.19': [35],
    '3.20': [24],
    '3.21': [25],
    '3.22': [168],
    '3.23': [171, 172],
    '3.24': [98],
    '3.25': [22, 154, 155],
    '3.26': [2, 38, 136],
    '3.27': [129, 130],
    '3.28': [138, 139],
    '3.29': [45],
    '3.30': [153],
    '3.31': [173],
  };

  test.each(Object.entries(warned))('tells of problem %s beside each of the facts %j', (problem, facts) => {
    for (const fact of facts) {
      const carriers = entries.filter(({ auditFacts }) => auditFacts.includes(fact));
      expect(
        carriers.some((entry) => toldWith(entry, file).has(problem)),
        `fact ${fact}`,
      ).toBe(true);
    }
  });

  test('shows no doubtful fact in any entry without at least one of its problems', () => {
    const bare = entries.flatMap((entry) =>
      entry.auditFacts
        .filter((fact) => {
          const problems = Object.keys(warned).filter((problem) => warned[problem]?.includes(fact));
          return problems.length > 0 && !problems.some((problem) => toldWith(entry, file).has(problem));
        })
        .map((fact) => `${entry.id}: ${fact}`),
    );
    expect(bare).toEqual([]);
  });

  test.each([
    ['Lisi 2019', 1, '26-26', '0M 1F', '45/25', '≥62', ['3.1']],
    ['Strianese 2018', 25, '5-76', '12M 13F', '20/1', '=156', ['3.1', '3.8']],
    ['Chennouf 2017', 1, '26-26', '1M 0F', '60/30', '≥14', ['3.1', '3.14']],
    ['Gorolay 2016', 1, '49-49', '1M 0F', '', '≥36', ['3.1']],
    ['Zhang 2015', 1, '49-49', '1M 0F', '46/23', '≥6', ['3.1']],
    ['Gabel 2015', 1, '56-56', '1M 0F', 'null/null', '≥24', ['3.1', '3.22']],
    ['Maire 2013', 1, '38-38', '1M 0F', '20/10', '≥24', ['3.1']],
    ['Lee 2006', 8, '52-76', '4M 4F', '20/null 30/null', '=null', ['3.1', '3.15', '3.23']],
    [
      'Guo 2024',
      1,
      '54-54',
      '1M 0F',
      '38/19+16/8',
      '>60 ≥47',
      ['3.2', '3.4', '3.5', '3.7', '3.11', '3.29', '3.31'],
    ],
  ])('has the row %s with its figures and its warnings', (label, n, age, sex, doses, months, problems) => {
    const row = file.cases.find((one) => one.label === label);
    if (!row) throw new Error(`expected a published case ${label}`);
    expect(row.n).toBe(n);
    expect(`${row.ageYears?.min}-${row.ageYears?.max}`).toBe(age);
    expect(`${row.sex?.male}M ${row.sex?.female}F`).toBe(sex);
    const schedules = row.radiotherapy.schedules.map(({ phases }) =>
      phases.map(({ totalDoseGy, fractions }) => `${totalDoseGy}/${fractions}`).join('+'),
    );
    expect(schedules.join(' ')).toBe(doses);
    expect(row.outcomes.map(({ operator, months: time }) => `${operator}${time}`).join(' ')).toBe(months);
    expect(problems.filter((problem) => !toldWith(row, file).has(problem))).toEqual([]);
  });

  test('marks the two schedules that must not be taken as printed', () => {
    const doubtful = file.cases.filter(({ radiotherapy }) =>
      radiotherapy.schedules.some((schedule) => schedule.doubtful !== null),
    );
    expect(doubtful.map(({ label }) => label)).toEqual(['Strianese 2018', 'Gabel 2015']);
  });
});
