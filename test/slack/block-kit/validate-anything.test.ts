import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblems, validateMessage } from '../../../src/slack/block-kit/validate.ts';
import { everyMessageBlock, section } from './payloads.ts';

describe('the validator', () => {
  it('throws on no JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue(), (blocks, text) => {
        expect(Array.isArray(validateMessage({ text, blocks }))).toBe(true);
        expect(Array.isArray(validateMessage(blocks as never))).toBe(true);
      }),
    );
  });

  it('throws on no JSON put in place of any part of a good message', () => {
    const messages = everyMessageBlock.map(({ block }) => block);
    fc.assert(
      fc.property(fc.constantFrom(...messages), fc.nat(), fc.jsonValue(), (block, at, value) => {
        const broken = replaceAt(block, at, value);
        expect(Array.isArray(validateMessage({ text: 'IMT', blocks: [broken] }))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('throws on nothing that nests deeper than the call stack', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(validateMessage({ text: 'IMT', blocks: [deep] }).map(({ path }) => path)).toContain('blocks[0]');
  });

  it('describes problems without a word of the message', () => {
    const secret = 'Jane Doe MRN 4711';
    const everywhere = fc.oneof(
      fc.constant([{ type: secret, [secret]: secret, block_id: secret }]),
      fc
        .constantFrom(...everyMessageBlock)
        .chain(({ block }) =>
          fc
            .nat()
            .map((at) => [replaceAt(block, at, secret), replaceAt(block, at + 1, { [secret]: secret })]),
        ),
    );
    fc.assert(
      fc.property(everywhere, (blocks) => {
        expect(describeProblems(validateMessage({ text: '', blocks }))).not.toMatch(/Jane|4711/);
      }),
    );
  });

  it('describes ten problems and counts the others', () => {
    const problems = validateMessage({ text: 'IMT', blocks: Array(13).fill(section('')) });
    const lines = describeProblems(problems).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('blocks[0].text.text: expected 1 to 3000 characters, got an empty string');
    expect(lines[10]).toBe('and 3 more');
  });
});

/** The same JSON with the part at this position, counted through it, replaced. */
function replaceAt(whole: unknown, position: number, value: unknown): unknown {
  let count = 0;
  const walk = (one: unknown): number => {
    count += 1;
    if (one !== null && typeof one === 'object') Object.values(one).map(walk);
    return count;
  };
  const target = position % walk(whole);
  let index = -1;
  const copy = (one: unknown): unknown => {
    index += 1;
    if (index === target) return value;
    if (Array.isArray(one)) return one.map(copy);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, child]) => [key, copy(child)]));
  };
  return copy(whole);
}
