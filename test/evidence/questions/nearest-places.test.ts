import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { claimSearch } from '../../../src/evidence/questions/claim-search.ts';
import { nearestPlaces } from '../../../src/evidence/questions/nearest-places.ts';
import { bm25, boost, searchedFields, wordScores } from '../../../src/evidence/questions/word-scores.ts';

const words = ['@imt', '@rt', 'dose', 'case', '27', '__proto__', 'constructor'];
const weights = [0.15, 0.7, 1.5];
const field = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join(' '));
const claim = fc.record(Object.fromEntries(searchedFields.map((name) => [name, field])));
const asked = fc.uniqueArray(
  fc.record({ token: fc.constantFrom(...words, 'nowhere'), weight: fc.constantFrom(...weights) }),
  { selector: ({ token }) => token, maxLength: 6 },
);

describe('the claims nearest to some words', () => {
  it('are those that MiniSearch finds for all of them at once, with the same scores in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 30 }),
        asked,
        fc.integer({ min: 1, max: 40 }),
        (claims, terms, most) => {
          const search = new MiniSearch({
            fields: [...searchedFields],
            tokenize: (text) => text.split(' '),
            processTerm: (term) => term,
          });
          search.addAll(claims.map((texts, id) => ({ id, ...texts })));
          const weightOf = new Map(terms.map(({ token, weight }) => [token, weight]));
          const atOnce = search.search(terms.map(({ token }) => token).join(' '), {
            boost,
            bm25,
            boostTerm: (token) => weightOf.get(token) ?? 1,
          });
          const names = new Map<string, string>();
          const byName = claimSearch(names);
          byName.addAll(
            claims.map((texts, id) => ({
              id,
              ...Object.fromEntries(Object.entries(texts).map(([at, text]) => [at, text.split(' ')])),
            })),
          );
          const scoresOf = wordScores(byName, names);
          const scored = terms.map(({ token, weight }) => scoresOf(token, weight));
          expect(nearestPlaces(scored, claims.length, most)).toEqual(
            atOnce.slice(0, most).map(({ id, score }) => ({ place: id, score })),
          );
        },
      ),
    );
  });

  it('are none for no words', () => {
    expect(nearestPlaces([], 3, 40)).toEqual([]);
  });
});

describe('the scores of a word', () => {
  const names = new Map<string, string>();
  const search = claimSearch(names);
  search.add({ id: 0, text: ['dose'] });

  it('are counted once for each weight', () => {
    const scoresOf = wordScores(search, names);
    expect(scoresOf('dose', 1)).toBe(scoresOf('dose', 1));
    expect(scoresOf('dose', 2).scores[0]).toBeCloseTo(2 * (scoresOf('dose', 1).scores[0] ?? 0));
  });

  it('are none for a word that no claim holds', () => {
    expect(wordScores(search, names)('crizotinib', 1).places).toHaveLength(0);
    expect(names.size).toBe(1);
  });
});
