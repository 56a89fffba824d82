import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTopic } from '../../src/evidence/find-topic.ts';
import { processorMs } from '../../src/processor-ms.ts';
import { fixtureKnowledge } from '../support/knowledge-fixture.ts';

const knowledge = fixtureKnowledge();

function found(text: string): string {
  const match = findTopic(text, knowledge);
  return 'topic' in match ? match.topic.id : `nearest: ${match.nearest.map(({ id }) => id).join(', ')}`;
}

describe('a topic is found', () => {
  it.each([
    ['radiotherapy', 'radiotherapy'],
    ['  Radio-Therapy in IMT ', 'nearest: radiotherapy'],
    ['RADIOTHERAPY IN IMT', 'radiotherapy'],
    ['rt', 'radiotherapy'],
    ['Radiation', 'radiotherapy'],
    ['r1', 'surgery'],
    ['margins', 'surgery'],
  ])('by its id, title, synonym or a word of the vocabulary: %s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    ['radiotherpay', 'radiotherapy'],
    ['surgry', 'surgery'],
    ['has anyone used radiation after surgery', 'radiotherapy, surgery'],
    ['resec', 'surgery'],
  ])('as the nearest for a slip of the pen, a part or a sentence: %s', (text, expected) => {
    expect(found(text)).toBe(`nearest: ${expected}`);
  });

  it('never for text that has nothing of it', () => {
    expect(found('qqq zzz')).toBe('nearest: ');
    expect(found('')).toBe('nearest: ');
    expect(found('!?')).toBe('nearest: ');
  });

  it('or not, for any text at all, within 50 ms and at most three nearest', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8000, unit: 'grapheme' }), (text) => {
        const started = processorMs();
        const match = findTopic(text, knowledge);
        expect(processorMs() - started).toBeLessThan(50);
        if ('nearest' in match) expect(match.nearest.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
