import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guardText } from '../../src/privacy/guard-text.ts';
import { isCovered } from './is-covered.ts';

interface Snippet {
  text: string;
  spans: { type: string; start: number; end: number }[];
}

const file = new URL('../../../shared/privacy/phi.jsonl', import.meta.url);
const isThere = existsSync(file);
if (!isThere) process.stdout.write('skipped: the shared snippets are not beside the repository\n');

const snippets: Snippet[] = isThere
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];

describe.skipIf(!isThere)('on the shared snippets', () => {
  const kinds = [...new Set(snippets.flatMap(({ spans }) => spans.map(({ type }) => type)))];

  it.each(kinds)('at least 98 %% of %s are refused; names that nothing announces are asked about', (kind) => {
    const spans = snippets.flatMap(({ text, spans }) =>
      spans.filter(({ type }) => type === kind).map((span) => ({ text, span })),
    );
    const missed = spans.filter(({ text, span }) => {
      const { findings } = guardText(text);
      const strict = kind === 'NAME' ? findings : findings.filter(({ tier }) => tier === 'block');
      return !isCovered(text, span, strict);
    });
    expect(missed.length / spans.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.02);
  });

  it('at most 1 % of the clean ones are touched', () => {
    const clean = snippets.filter(({ spans }) => spans.length === 0);
    const touched = clean.filter(({ text }) => guardText(text).findings.length > 0);
    expect(clean.length).toBeGreaterThan(100);
    expect(touched.length / clean.length, JSON.stringify(touched)).toBeLessThanOrEqual(0.01);
  });
});
