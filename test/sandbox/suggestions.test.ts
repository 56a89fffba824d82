import { describe, expect, it } from 'vitest';
import { suggestionsFor } from '../../src/sandbox/page/suggestions.ts';
import { createTypedBefore } from '../../src/sandbox/page/typed-before.ts';

const commands = [
  {
    name: '/board',
    description: 'All of it',
    usageHint: '[topic]',
    examples: [
      { text: '/board table', does: 'a table' },
      { text: '/board help', does: 'help' },
    ],
  },
  { name: '/dose', description: 'Sums', usageHint: '', examples: [] },
];
const labels = (typed: string) => suggestionsFor(typed, commands).map(({ label }) => label);

describe('the commands that are offered', () => {
  it.each([
    ['/', ['/board [topic]', '/board table', '/board help', '/dose']],
    ['/BO', ['/board [topic]', '/board table', '/board help']],
    ['/board t', ['/board table']],
    ['/board table', []],
    ['/x', []],
    ['', []],
    ['see /board', []],
    ['/board\nmore', []],
  ])('behind %j', (typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });
});

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('what was typed before', () => {
  it('is still there for the next page of the same tab', () => {
    const tab = storage();
    createTypedBefore(tab).add('one');
    expect(createTypedBefore(tab).step(-1)).toBe('one');
  });

  it('comes back from the newest to the oldest, and ends in an empty box', () => {
    const before = createTypedBefore(storage());
    for (const text of ['one', 'two', 'two']) before.add(text);
    expect([before.step(-1), before.step(-1), before.step(-1)]).toEqual(['two', 'one', undefined]);
    expect([before.step(1), before.step(1), before.step(1)]).toEqual(['two', '', undefined]);
  });
});
