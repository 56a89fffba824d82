import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadLabels } from '../../src/views/dose-charts/spread-labels.ts';
import { textWidth, wrapLabel } from '../../src/views/dose-charts/wrap-label.ts';

const texts = fc.array(
  fc.constantFrom('54', 'Gy/27F', '+', 'Lee', '2006', 'W'.repeat(30), 'α/β', 'Gy', '放疗'),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('a label of several lines', () => {
  test('loses nothing but spaces, and no line is wider than asked', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 90, max: 350 }), (words, width) => {
        const lines = wrapLabel(words.join(' '), width, 12);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('never parts a dose from its unit', () => {
    expect(wrapLabel('38 Gy/19F + 30 Gy/10F', 100, 12, 'bold')).toEqual(['38 Gy/19F +', '30 Gy/10F']);
  });
});

describe('labels at the ends of lines', () => {
  test('cover nobody and stay inside, in the order of their lines', () => {
    const labels = fc.array(
      fc.record({
        middle: fc.double({ min: 0, max: 300, noNaN: true }),
        height: fc.constantFrom(20, 35, 50),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(labels, (all) => {
        const needed = all.reduce((sum, { height }) => sum + height, 0);
        const room = Math.max(300, needed);
        const placed = spreadLabels(all, room).map((top, at) => ({ top, ...all[at] }));
        placed.sort((a, b) => a.top - b.top);
        for (const [at, { top, height = 0, middle = 0 }] of placed.entries()) {
          const following = placed[at + 1];
          expect(top).toBeGreaterThanOrEqual(-1e-9);
          expect(top + height).toBeLessThanOrEqual((following?.top ?? room) + 1e-9);
          if (following) expect(middle).toBeLessThanOrEqual(following.middle ?? 0);
        }
      }),
    );
  });

  test('stand at their line’s end where there is room', () => {
    expect(
      spreadLabels(
        [
          { middle: 100, height: 20 },
          { middle: 200, height: 20 },
        ],
        300,
      ),
    ).toEqual([90, 190]);
  });
});
