import { describe, expect, it } from 'vitest';
import { guardText } from '../../src/privacy/guard-text.ts';
import { identifierKinds } from '../../src/privacy/identifier-kinds.ts';
import { isCovered } from './is-covered.ts';
import { readMarked } from './read-marked.ts';

const positives = readMarked('./positives.yml');
const clean = readMarked('./clean.yml');

function tierOf(kind: string) {
  return identifierKinds[kind as keyof typeof identifierKinds].tier;
}

describe('the list of identifiers', () => {
  it('holds a hundred texts', () => {
    expect(positives).toHaveLength(100);
    expect(positives.every(({ marks }) => marks.length > 0)).toBe(true);
  });

  it.each(positives)('$text', ({ text, marks }) => {
    const { findings } = guardText(text);
    for (const mark of marks) {
      const strict =
        tierOf(mark.kind) === 'block' ? findings.filter(({ tier }) => tier === 'block') : findings;
      expect(isCovered(text, mark, strict), mark.kind).toBe(true);
    }
  });
});

describe('the list of clean sentences', () => {
  it('holds a hundred texts', () => {
    expect(clean).toHaveLength(100);
  });

  it.each(clean)('$text', ({ text }) => {
    expect(guardText(text)).toEqual({ verdict: 'pass', findings: [] });
  });
});
