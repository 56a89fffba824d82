import { describe, expect, it } from 'vitest';
import { guardText } from '../../src/privacy/guard-text.ts';
import { identifierKinds } from '../../src/privacy/identifier-kinds.ts';
import { isCovered } from './is-covered.ts';
import { readMarked } from './read-marked.ts';

const lists = [
  { positives: readMarked('./positives.yml'), clean: readMarked('./clean.yml'), atLeast: 100 },
  { positives: readMarked('./unseen-positives.yml'), clean: readMarked('./unseen-clean.yml'), atLeast: 150 },
];

function tierOf(kind: string) {
  return identifierKinds[kind as keyof typeof identifierKinds].tier;
}

describe.each(lists)('a list of $atLeast identifiers and more', ({ positives, clean, atLeast }) => {
  it('marks each of its texts', () => {
    expect(positives.length).toBeGreaterThanOrEqual(atLeast);
    expect(positives.every(({ marks }) => marks.length > 0)).toBe(true);
  });

  it.each(positives)('finds what is marked in: $text', ({ text, marks }) => {
    const { findings } = guardText(text);
    for (const mark of marks) {
      const strict =
        tierOf(mark.kind) === 'block' ? findings.filter(({ tier }) => tier === 'block') : findings;
      expect(isCovered(text, mark, strict), mark.kind).toBe(true);
    }
  });

  it('holds as many clean sentences', () => {
    expect(clean.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(clean)('leaves alone: $text', ({ text }) => {
    expect(guardText(text)).toEqual({ verdict: 'pass', findings: [] });
  });
});
