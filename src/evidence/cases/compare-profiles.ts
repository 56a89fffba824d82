import type { CaseProfile } from './case-profile.ts';

export const profileParts = ['ageDecade', 'siteGroup', 'alk', 'resection', 'radiotherapy'] as const;
export type ProfilePart = (typeof profileParts)[number];

export type Verdict = 'match' | 'differ' | 'unknown';

export interface Likeness {
  /** Every part that was asked for, in the order of {@link profileParts}. */
  parts: readonly { part: ProfilePart; verdict: Verdict }[];
  matches: number;
  differences: number;
  unknown: number;
  /** +1 for each match, −1 for each difference, 0 for each part that is not reported. */
  score: number;
}

/**
 * Whether what is held agrees with what was asked in one part; `unknown` as soon as one of them does not tell it, or
 * when what is held may be what was asked and may be something else.
 *
 * @example
 * comparePart('alk', { ...asked, alk: 'negative' }, { ...held, alk: null }) //=> 'unknown'
 */
export function comparePart(part: ProfilePart, asked: CaseProfile, held: CaseProfile): Verdict {
  const [wanted, told] = [asked[part], held[part]];
  if (wanted === null || told === null) return 'unknown';
  const [wantedOnes, toldOnes] = [[wanted].flat(), [told].flat()];
  const common = toldOnes.filter((value) => wantedOnes.includes(value));
  if (common.length === 0) return 'differ';
  return common.length === toldOnes.length ? 'match' : 'unknown';
}

/**
 * How a published case is like what was asked, part by part, and the sum of it: +1 for a match, −1 for a difference,
 * 0 for what is not reported. A part that was not asked for does not count.
 *
 * @example
 * compareProfiles({ ...nothing, ageDecade: 20, alk: 'negative' }, { ...nothing, ageDecade: 20 })
 * //=> { parts: [{ part: 'ageDecade', verdict: 'match' }, { part: 'alk', verdict: 'unknown' }], matches: 1, …, score: 1 }
 */
export function compareProfiles(asked: CaseProfile, held: CaseProfile): Likeness {
  const parts = profileParts
    .filter((part) => asked[part] !== null)
    .map((part) => ({ part, verdict: comparePart(part, asked, held) }));
  const count = (wanted: Verdict) => parts.filter(({ verdict }) => verdict === wanted).length;
  const [matches, differences, unknown] = [count('match'), count('differ'), count('unknown')];
  return { parts, matches, differences, unknown, score: matches - differences };
}
