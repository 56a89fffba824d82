import { describe, expect, it } from 'vitest';
import { describeFindings } from '../../src/privacy/describe-findings.ts';
import { guardText } from '../../src/privacy/guard-text.ts';
import { maskFindings } from '../../src/privacy/mask-findings.ts';

const found = (text: string) => guardText(text).findings.map(({ start, end }) => text.slice(start, end));

describe('places are those of the text as it was written', () => {
  it.each([
    ['with full-width letters', 'ＭＲＮ：４４７１９０２，复发', '４４７１９０２'],
    ['with invisible characters inside', 'MRN 44\u200b71\u200d902 relapse', '44\u200b71\u200d902'],
    ['behind characters of two units', '🩻🩻 MRN 4471902', '4471902'],
    ['behind ligatures that grow', 'ﬃ ﷺ MRN 4471902', '4471902'],
    ['behind a letter whose small form grows', 'İİ MRN 4471902', '4471902'],
    ['with accents written apart', 'Mr Jose\u0301 Pe\u0301rez bled', 'Mr Jose\u0301 Pe\u0301rez'],
    ["behind Slack's entities", 'IMT &amp; &lt;5 cm, MRN 4471902', '4471902'],
    ['in bold', 'MRN: *4471902*, ALK+', '4471902'],
    ['in code', 'MRN `4471902`', '4471902'],
    ['with digits of another script', 'MRN ٤٤٧١٩٠٢', '٤٤٧١٩٠٢'],
    ['with unusual hyphens', 'SSN 219‑09–9999', '219‑09–9999'],
  ])('%s', (_, text, value) => {
    expect(found(text)).toEqual([value]);
  });

  it("finds both ends of Slack's links", () => {
    expect(found('<mailto:a.roe@example.com|a.roe@example.com>')).toEqual([
      'a.roe@example.com',
      'a.roe@example.com',
    ]);
    expect(found('<https://pacs.example.org/v?id=1|images>')).toEqual(['https://pacs.example.org/v?id=1']);
  });
});

describe('an age over 89', () => {
  it.each(['Age - 97', 'age -97, female', 'age: 97', 'age=97', 'aged 97', 'the patient is 97'])(
    'is found however it is set off from its label: %s',
    (text) => {
      expect(found(text)).toEqual(['97']);
    },
  );

  it.each(['mean age - 97', 'median age was 97', 'aged 90-97', 'age range 20-97', 'oldest man of 97'])(
    'of a group is nobody’s: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('is left alone', () => {
  it.each([
    ["a mention of somebody in Slack's own form", 'ask <@U012345678> about CASE-12'],
    ['a DOI as a link', '<https://doi.org/10.3389/fonc.2024.1395787|the paper>'],
    ['a registry with a query of a trial', 'https://clinicaltrials.gov/study/NCT01121588'],
    ['the date of an approval', 'Crizotinib was approved by the FDA on 14 July 2022 for ALK-positive IMT'],
    ['the date of a publication', 'published online 3 March 2021'],
    ['a case code', 'CASE-1234 is next'],
    ['a group above 89', 'patients aged 90 or older were excluded (range 18-93 years)'],
  ])('%s', (_, text) => {
    expect(guardText(text)).toEqual({ verdict: 'pass', findings: [] });
  });
});

it('reads what stands behind the question mark of a registry', () => {
  expect(guardText('https://pubmed.ncbi.nlm.nih.gov/?term=MRN+4471902').verdict).toBe('block');
});

describe('refuses what it cannot check', () => {
  const failure = (text: string) => ({
    verdict: 'block',
    findings: [{ type: 'guard-failure', tier: 'block', start: 0, end: text.length }],
  });

  it('when the time is over', () => {
    let ms = 0;
    expect(guardText('54 Gy/27F', () => (ms += 30))).toEqual(failure('54 Gy/27F'));
  });

  it('only beyond its 50 ms', () => {
    const laterBy = (spentMs: number) => {
      let ms = 0;
      return () => {
        const now = ms;
        ms = spentMs;
        return now;
      };
    };
    expect(guardText('54 Gy/27F', laterBy(50)).verdict).toBe('pass');
    expect(guardText('54 Gy/27F', laterBy(51))).toEqual(failure('54 Gy/27F'));
  });

  it('when the clock fails', () => {
    const broken = () => {
      throw new Error('no clock');
    };
    expect(guardText('54 Gy/27F', broken)).toEqual(failure('54 Gy/27F'));
  });

  it('when the text is longer than Slack keeps', () => {
    const text = 'a'.repeat(40_001);
    expect(guardText(text)).toEqual(failure(text));
  });
});

describe('a description', () => {
  const describeText = (text: string) => describeFindings(text, guardText(text).findings);

  it('hints at the end of a long number', () => {
    expect(describeText('MRN 4471902')).toEqual([{ kind: 'medical record number', hint: '••••902' }]);
  });

  it('hints at nothing of a short number, a name or a date', () => {
    expect(describeText('MRN 44719, Mr Whitaker, 14 March 1969')).toEqual([
      { kind: 'medical record number', hint: null },
      { kind: 'name', hint: null },
      { kind: 'date', hint: null },
    ]);
  });

  it('says each kind once', () => {
    expect(describeText('on 3 May 2021 and 4 May 2021')).toEqual([{ kind: 'date', hint: null }]);
  });
});

it('masking keeps the length and all else', () => {
  const text = 'Mr Whitaker, 54 Gy/27F, MRN 4471902';
  const masked = maskFindings(text, guardText(text).findings);
  expect(masked).toHaveLength(text.length);
  expect(masked).toContain(', 54 Gy/27F, MRN ');
  expect(masked).not.toMatch(/Whitaker|4471902/);
});
