import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePart, compareProfiles, profileParts } from '../../../src/evidence/cases/compare-profiles.ts';
import { anyProfile, nothing } from './profiles-for-test.ts';

const anyPart = fc.constantFrom(...profileParts);
const eitherWay = fc.constantFrom(...profileParts.filter((part) => part !== 'resection'));

describe('the likeness of two profiles', () => {
  test('is the same from either side, part by part, and of a resection in what differs', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, eitherWay, (a, b, part) => {
        expect(comparePart(part, a, b)).toBe(comparePart(part, b, a));
        const differs = comparePart('resection', a, b) === 'differ';
        expect(comparePart('resection', b, a) === 'differ').toBe(differs);
      }),
    );
  });

  test('never counts a part that one of them does not tell, as a match or as a difference', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, anyPart, (a, b, part) => {
        expect(comparePart(part, { ...a, [part]: null }, b)).toBe('unknown');
      }),
    );
  });

  test('is a sum: +1 for each match, −1 for each difference, 0 for what is unknown', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (asked, held) => {
        const { parts, matches, differences, unknown, score } = compareProfiles(asked, held);
        const worth = { match: 1, differ: -1, unknown: 0 };
        expect(score).toBe(parts.reduce((sum, { verdict }) => sum + worth[verdict], 0));
        expect(matches + differences + unknown).toBe(parts.length);
        expect(parts.map(({ part }) => part)).toEqual(profileParts.filter((part) => asked[part] !== null));
      }),
    );
  });

  test('grows by one for each part that is told the same by both', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (asked, held) => {
        const without = compareProfiles({ ...asked, alk: null }, held).score;
        const both = { ...asked, alk: 'negative' } as const;
        expect(compareProfiles(both, { ...held, alk: 'negative' }).score).toBe(without + 1);
        expect(compareProfiles(both, { ...held, alk: 'positive' }).score).toBe(without - 1);
        expect(compareProfiles(both, { ...held, alk: null }).score).toBe(without);
      }),
    );
  });

  test('of a whole profile with itself is a match in every part that it tells', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { matches, parts } = compareProfiles(profile, profile);
        expect(matches).toBe(parts.length);
      }),
    );
  });

  test('takes “resected” as complete or incomplete', () => {
    const resected = { ...nothing, resection: ['complete', 'incomplete'] } as const;
    expect(comparePart('resection', resected, { ...nothing, resection: ['incomplete'] })).toBe('match');
    expect(comparePart('resection', resected, { ...nothing, resection: ['unresected'] })).toBe('differ');
  });

  test('of a case operated on to an extent that nobody tells is no match in any one extent, and no unresected case', () => {
    const operated = { ...nothing, resection: ['complete', 'incomplete'] } as const;
    const verdict = (...asked: ('complete' | 'incomplete' | 'unresected')[]) =>
      comparePart('resection', { ...nothing, resection: asked }, operated);
    expect(verdict('unresected')).toBe('differ');
    expect(verdict('complete')).toBe('unknown');
    expect(verdict('incomplete')).toBe('unknown');
    expect(verdict('complete', 'incomplete')).toBe('match');
  });
});
