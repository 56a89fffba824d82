/** Statements taken from passages carry what the passages say, and no more. */
import { describe, expect, test } from 'vitest';
import type { Claim, Source } from '../../knowledge/schema.ts';
import { conflicts, conflictsLeftOut, sources } from './curated-files.ts';
import { excerptsOrSkip } from './excerpts.ts';
import { numbersIn } from './numbers-in.ts';

const claims = sources.flatMap((file) => file.claims.map((claim) => ({ ...claim, source: file.source })));
const fromPassages = claims.filter(({ excerpts }) => excerpts.length > 0);
const read = sources.filter(({ source }) => source.audit === null);

type Figure = Claim['figures'][number];
const measured = ({ value, range, ci }: Pick<Figure, 'value' | 'range' | 'ci'>) =>
  [value, ...(range ?? []), ci?.low, ci?.high].filter((number) => typeof number === 'number');

describe('a statement written from passages', () => {
  test('has each figure from them, or from the title of its publication', (context) => {
    const byId = new Map(excerptsOrSkip(context).map((excerpt) => [excerpt.id, excerpt]));
    const strayed = fromPassages.flatMap((claim) => {
      const own = claim.excerpts.map((id) => byId.get(id));
      const said = numbersIn(own.map((excerpt) => `${excerpt?.quote} ${excerpt?.record.title}`).join(' '));
      return claim.figures.flatMap((figure) =>
        measured(figure)
          .filter((number) => !said.has(number))
          .map((number) => `${claim.id}: ${number} (${figure.name})`),
      );
    });
    expect(strayed).toEqual([]);
  });

  test('counts no patients that neither they nor their records count', (context) => {
    const byId = new Map(excerptsOrSkip(context).map((excerpt) => [excerpt.id, excerpt]));
    const strayed = fromPassages.flatMap((claim) => {
      const own = claim.excerpts.flatMap((id) => byId.get(id) ?? []);
      const said = new Set(own.flatMap(({ quote, patients }) => [...patients, ...numbersIn(quote)]));
      return [claim.n, ...claim.figures.map(({ n }) => n)]
        .filter((n) => n !== null && !said.has(n))
        .map((n) => `${claim.id}: ${n}`);
    });
    expect(strayed).toEqual([]);
  });

  test('keeps to the one publication that they are from', (context) => {
    const byId = new Map(excerptsOrSkip(context).map((excerpt) => [excerpt.id, excerpt]));
    const strayed = fromPassages.filter(({ source, excerpts }) =>
      excerpts.some((id) => {
        const record = byId.get(id)?.record;
        return record?.doi !== source.doi || record?.pmid !== source.pmid;
      }),
    );
    expect(strayed.map(({ id }) => id)).toEqual([]);
  });

  test('names its jurisdiction when it tells of an approval', () => {
    const approvals = claims.filter(({ topic }) => topic === 'approvals');
    expect(approvals.length).toBeGreaterThan(15);
    expect(approvals.filter(({ jurisdiction }) => jurisdiction === null).map(({ id }) => id)).toEqual([]);
  });
});

describe('the passages', () => {
  test('are each used in a statement, or left out with a reason, and never both', (context) => {
    const all = excerptsOrSkip(context).map(({ id }) => id);
    const used = new Set(fromPassages.flatMap(({ excerpts }) => excerpts));
    const leftOut = sources.flatMap((file) => file.leftOut.flatMap(({ excerpts }) => excerpts));
    expect(all.filter((id) => !used.has(id) && !leftOut.includes(id))).toEqual([]);
    expect(leftOut.filter((id) => used.has(id))).toEqual([]);
    expect([...used, ...leftOut].filter((id) => !all.includes(id))).toEqual([]);
  });

  test('have each of the 26 listed disagreements shown, or left out with a reason', () => {
    const listed = Array.from({ length: 26 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`);
    const shown = conflicts.flatMap((conflict) => conflict.listed);
    const leftOut = conflictsLeftOut.flatMap((conflict) => conflict.listed);
    expect([...shown, ...leftOut].toSorted()).toEqual(listed);
  });
});

describe('the record of a publication', () => {
  const fields = { authorsShort: 'authors', title: 'title', year: 'year', doi: 'DOI', pmid: 'PMID' } as const;

  test.each(Object.entries(fields))('says so when it has no %s', (field, name) => {
    const silent = read.filter(
      ({ source }) =>
        source[field as keyof Source] === null && !source.gaps.some((gap) => gap.startsWith(name)),
    );
    expect(silent.map(({ source }) => source.id)).toEqual([]);
  });

  test('never adds to what is known of it', (context) => {
    const byId = new Map(excerptsOrSkip(context).map((excerpt) => [excerpt.id, excerpt.record]));
    const added = read.flatMap(({ source, claims, leftOut }) => {
      const ids = [...claims, ...leftOut].flatMap(({ excerpts }) => excerpts);
      const records = ids.flatMap((id) => byId.get(id) ?? []);
      return (['title', 'year', 'doi', 'pmid'] as const)
        .filter((key) => source[key] !== null && !records.some((record) => record[key] === source[key]))
        .map((key) => `${source.id}: ${key}`);
    });
    expect(added).toEqual([]);
  });

  test('shares its patients both ways, but for the paper whose table lists the cases of others', () => {
    const overlap = new Map(sources.map(({ source }) => [source.id, source.overlapsWith]));
    const oneWay = sources.flatMap(({ source }) =>
      source.overlapsWith
        .filter((other) => other !== 'guo-2024' && !overlap.get(other)?.includes(source.id))
        .map((other) => `${source.id} with ${other}`),
    );
    expect(oneWay).toEqual([]);
  });
});

describe('the numbers of a text', () => {
  test('are read as digits and as words', () => {
    expect([...numbersIn('Ninety-one of 11,108; ten0, both 0.12%')]).toEqual([11108, 0, 0.12, 91, 1, 10, 2]);
    expect(numbersIn('There was no recurrence.')).toEqual(new Set([0]));
  });
});
