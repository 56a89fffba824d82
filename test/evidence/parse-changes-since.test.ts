import { describe, expect, it } from 'vitest';
import { parseChangesSince } from '../../src/evidence/changes/parse-changes-since.ts';

describe('since when changes are asked for', () => {
  it.each([
    ['', '2026-08-25'],
    ['since 2026-10-01', '2026-10-01'],
    ['2026-10-01', '2026-10-01'],
    ['SINCE 30 days', '2026-10-24'],
    ['1 day', '2026-11-22'],
    ['0 days', '2026-11-23'],
    ['since 2026-11-23', '2026-11-23'],
  ])('is read from %j', (text, on) => {
    expect(parseChangesSince(text, '2026-11-23')).toBe(on);
  });

  it.each(['since', 'since yesterday', '2026-13-01', '2026-02-30', '26-11-01', '99999 days', '2026-11-24'])(
    'is refused with what to write: %j',
    (text) => {
      expect(() => parseChangesSince(text, '2026-11-23')).toThrow('/imt changes since 2026-10-01');
    },
  );
});
