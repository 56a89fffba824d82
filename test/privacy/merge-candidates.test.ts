import { describe, expect, it } from 'vitest';
import { maskFindings } from '../../src/privacy/mask-findings.ts';
import { mergeCandidates } from '../../src/privacy/merge-candidates.ts';

describe('candidates that overlap', () => {
  const asked = { type: 'possible-name', start: 0, end: 20 } as const;
  const refused = { type: 'name', start: 5, end: 12 } as const;

  it('are refused as a whole when one of them is, however short and wherever it stands', () => {
    expect(mergeCandidates([asked, refused])).toEqual([{ type: 'name', start: 0, end: 20 }]);
    const first = { ...refused, start: 0 };
    expect(mergeCandidates([first, { ...asked, start: 8 }])).toEqual([{ type: 'name', start: 0, end: 20 }]);
  });

  it('of one strictness take the kind of the longer', () => {
    const date = { type: 'date', start: 5, end: 9 } as const;
    expect(mergeCandidates([date, { type: 'phone', start: 6, end: 16 }])).toEqual([
      { type: 'phone', start: 5, end: 16 },
    ]);
  });

  it('are blacked out once: what stands behind them stands where it stood', () => {
    expect(
      maskFindings('MRN 4471902, CT', [
        { start: 4, end: 11 },
        { start: 5, end: 7 },
      ]),
    ).toBe('MRN ¤¤¤¤¤¤¤, CT');
  });
});
