import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/dose/comparison.ts';
import { describeFinding } from '../../src/dose/describe-finding.ts';
import { doseErrorJson, doseJson } from '../../src/dose/dose-json.ts';
import { showWorking } from '../../src/dose/show-working.ts';
import { compare, refusalOf } from './compare-for-test.ts';

const result = (text: string, regimen = 0, at = 0) => {
  const found = compare(text).regimens[regimen]?.results[at];
  if (!found) throw new Error('no such result');
  return found;
};
const kinds = (text: string) => compare(text).findings.map(({ kind }) => kind);

describe('a comparison', () => {
  test('uses the four cited α/β when none is named, and those named otherwise', () => {
    const asked = (text: string) => compare(text).alphaBetas.map(({ alphaBetaGy }) => alphaBetaGy);
    expect(asked('54 Gy/27F')).toEqual([10, 4, 3, 2]);
    expect(asked('54 Gy/27F ab=1.5,10')).toEqual([1.5, 10]);
    expect(compare('54 Gy/27F ab=1.5,10').alphaBetas.map(({ assumption }) => assumption?.label)).toEqual([
      undefined,
      'tumours, by convention',
    ]);
  });

  test('leaves a schedule its own fractions a week, whatever the option says for the others', () => {
    const days = compare('30 Gy/6F once weekly vs 30 Gy/6F per week=2').regimens.map(
      ({ time }) => time?.elapsedDays,
    );
    expect(days).toEqual([35, 17]);
  });

  test('takes differences from the first schedule, or from the one named', () => {
    expect(result('54 Gy/27F vs 20 Gy/1F ab=10', 1).difference).toMatchObject({ eqd2Gy: -4 });
    expect(result('54 Gy/27F vs 20 Gy/1F ab=10', 0).difference).toBeUndefined();
    expect(result('54 Gy/27F vs 20 Gy/1F ab=10 ref=2', 0).difference).toMatchObject({ eqd2Gy: 4 });
    expect(refusalOf(() => compare('54 Gy/27F ref=2')).code).toBe('OPTION_INVALID');
  });

  test('says the overall time in weeks, elapsed days and calendar days, and keeps what was stated', () => {
    expect(compare('54 Gy/27F').regimens[0]?.time).toMatchObject({
      nominalWeeks: 5.4,
      elapsedDays: 36,
      calendarDays: 37,
      statedDays: null,
    });
    expect(compare('54 Gy/27F per week=6').regimens[0]?.time).toMatchObject({
      nominalWeeks: 4.5,
      elapsedDays: 30,
    });
    expect(compare('54 Gy/36F TID over 12 days').regimens[0]?.time).toMatchObject({
      treatmentDays: 12,
      statedDays: 12,
    });
    expect(refusalOf(() => compare('54 Gy/27F start=Sun')).code).toBe('OPTION_INVALID');
    expect(refusalOf(() => compare('54 Gy/27F vs 20 Gy/10F days=1,2,3')).code).toBe('OPTION_INVALID');
  });

  test('counts incomplete repair beside full repair, when both times are given', () => {
    const text = '1.2 Gy BID x 58 ab=3';
    expect(result(text).incompleteRepair).toBeUndefined();
    expect(kinds(text)).toContain('full-repair-assumed');
    const repaired = result(`${text} interval=6h repair=4h`);
    expect(repaired.bedGy).toBeCloseTo(97.44, 9);
    expect(repaired.incompleteRepair?.bedGy).toBeCloseTo(107.282926, 6);
    expect(kinds('54 Gy/27F interval=6h repair=4h')).toContain('repair-without-effect');
    expect(refusalOf(() => compare('54 Gy/36F TID interval=12h repair=4h')).message).toContain(
      'do not fit in a day',
    );
  });

  test('keeps repopulation in a column of its own, off unless asked, and none for late tissue', () => {
    expect(result('66 Gy/33F').repopulated).toBeUndefined();
    const text = '66 Gy/33F days=44 k=0.6 tk=28 ab=10,3';
    expect(result(text)).toMatchObject({ eqd2Gy: 66, repopulated: { overallDays: 44 } });
    expect(result(text).repopulated?.eqd2Gy).toBeCloseTo(58, 9);
    expect(result(text).repopulated?.lossGy).toBeCloseTo(9.6, 9);
    expect(result(text, 0, 1).repopulated).toMatchObject({ lossGy: 0, eqd2Gy: 66 });
    expect(result('66 Gy/33F days=20 k=0.6 tk=28 ab=10').repopulated?.lossGy).toBe(0);
    expect(result('70 Gy/35F alpha=0.35 tp=3 tk=21 ab=10').repopulated?.eqd2Gy).toBeCloseTo(56.24708, 5);
  });

  test('gives the same BED in another number of fractions', () => {
    expect(result('60 Gy/30F as 5F ab=3').isoEffect?.totalDoseGy).toBeCloseTo(31.949335, 6);
  });

  test('sums courses at each α/β, and says what that assumes', () => {
    const { sum, findings } = compare('50 Gy/25F vs 30 Gy/10F sum ab=3,10');
    expect(sum).toMatchObject({ totalDoseGy: 80, regimens: [0, 1] });
    expect(sum?.results[0]?.eqd2Gy).toBeCloseTo(86, 9);
    expect(findings).toContainEqual({ kind: 'courses-summed', regimens: [0, 1] });
    expect(compare('50 Gy/25F vs 30 Gy/10F').sum).toBeNull();
  });
});

describe('a finding', () => {
  test('says that EQD2 cannot differ when every schedule is in 2 Gy fractions', () => {
    const [finding] = compare('54 Gy/27F vs 60/30 vs 38/19+16/8').findings;
    expect(finding).toEqual({ kind: 'eqd2-cannot-differ', regimens: [0, 1, 2], all: true });
    expect(compare('54 Gy/27F vs 20 Gy/1F').findings[0]).toMatchObject({ regimens: [0], all: false });
    expect(kinds('50.4 Gy/28F')).not.toContain('eqd2-cannot-differ');
  });

  test('does not say so where incomplete repair makes it differ', () => {
    expect(kinds('60 Gy/30F BID interval=6h repair=4h')).not.toContain('eqd2-cannot-differ');
  });

  test('is soft above 6 Gy per fraction and strong, with LQ-L beside, above 10 Gy', () => {
    expect(kinds('36 Gy/6F')).toEqual([]);
    expect(kinds('24 Gy/3F')).toEqual(['lq-caution']);
    expect(kinds('19.5 Gy/3F')).toEqual(['lq-caution']);
    expect(kinds('18 Gy/3F')).toEqual([]);
    expect(result('50 Gy/5F ab=10').linearQuadraticLinear).toBeUndefined();
    expect(kinds('20 Gy/1F')).toEqual(['lq-beyond-range']);
    expect(result('20 Gy/1F ab=10')).toMatchObject({
      bedGy: 60,
      eqd2Gy: 50,
      linearQuadraticLinear: { transitionDoseGy: 10, bedGy: 50 },
    });
  });

  test('asks to check an overall time that is too short for its fractions', () => {
    expect(kinds('60 Gy/30F over 20 days')).toContain('time-too-short');
    expect(kinds('60 Gy/30F days=28')).toContain('time-too-short');
    expect(kinds('60 Gy/30F days=29')).not.toContain('time-too-short');
  });

  test('says of protons that the figures hold for a weighted dose, unless the dose is one', () => {
    expect(kinds('protons 54 Gy in 30 fx')).toEqual(['rbe-unstated']);
    expect(kinds('54 Gy/30F IMPT')).toEqual(['rbe-unstated']);
    expect(compare('54 Gy/30F vs 45 Gy/25F + proton boost 9 Gy/5F').findings).toEqual([
      { kind: 'rbe-unstated', regimen: 1 },
    ]);
    expect(kinds('protons 54 Gy(RBE) in 30 fx')).toEqual([]);
    expect(kinds('photons 54 Gy in 30 fx')).toEqual([]);
  });

  test('of every kind is one sentence, and none of them advises', () => {
    const all: Finding[] = [
      { kind: 'eqd2-cannot-differ', regimens: [0, 1], all: true },
      { kind: 'eqd2-cannot-differ', regimens: [0, 1], all: false },
      { kind: 'lq-caution', regimen: 0, dosePerFractionGy: 8 },
      { kind: 'lq-beyond-range', regimen: 0, dosePerFractionGy: 20, transitionDoseGy: 10 },
      { kind: 'full-repair-assumed', regimen: 0, fractionsPerDay: 2 },
      { kind: 'repair-without-effect' },
      { kind: 'late-tissue-not-repopulated', alphaBetaGy: [3, 2] },
      { kind: 'time-too-short', regimen: 0, overallDays: 20, treatmentDays: 30 },
      { kind: 'not-computable', regimen: 0, missing: 'fractions' },
      { kind: 'rbe-unstated', regimen: 0 },
      { kind: 'courses-summed', regimens: [0, 1] },
    ];
    for (const finding of all) {
      const sentence = describeFinding(finding, ['A', 'B']);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/\b(safe|unsafe|recommend|should|tolerable)\b/i);
    }
  });
});

describe('the working', () => {
  test('is the formula with the numbers put in, for each α/β', () => {
    const lines = showWorking(compare('54 Gy/27F ab=10'));
    expect(lines.map(({ quantity, withNumbers, result }) => [quantity, withNumbers, result])).toEqual([
      ['overall time', 'treatment days: 27; weeks: 5.4; days with the first counted: 37; without', 36],
      ['BED', '54 × (1 + 2 / 10)', 64.8],
      ['EQD2', '64.8 / (1 + 2 / 10)', 54],
    ]);
  });

  test('computes to its own result, whatever was asked for', () => {
    const text = '38/19 + 30/2 BID vs 20 Gy/1F as 20F k=0.6 tk=2 interval=6h repair=4h ab=10,3';
    const lines = showWorking(compare(text)).filter(({ unit }) => unit === 'Gy');
    expect(new Set(lines.map(({ quantity }) => quantity)).size).toBe(6);
    for (const { withNumbers, result } of lines) {
      const sum = withNumbers
        .replaceAll('×', '*')
        .replaceAll('−', '-')
        .replaceAll('√', 'Math.sqrt')
        .replaceAll('²', '**2')
        .replaceAll('-10 +', '0 - 10 +');
      expect(Math.abs(runInNewContext(sum, { Math, max: Math.max }) - result), withNumbers).toBeLessThan(
        0.02,
      );
    }
  });
});

describe('a published schedule', () => {
  const one = (
    label: string,
    site: string,
    totalDoseGy: number | null,
    fractions: number | null,
    doubtful?: string,
  ) => ({
    id: label.toLowerCase().replace(' ', '-'),
    label,
    site,
    siteGroup: 'orbit' as const,
    radiotherapy: {
      given: { patients: 1, of: 1 },
      schedules: [
        {
          given: null,
          doubtful: doubtful ?? null,
          phases: [{ totalDoseGy, fractions, technique: null, target: null, printedAs: `${totalDoseGy} Gy` }],
        },
      ],
    },
  });
  const cases = [
    one('Alpha 2001', 'left orbit', 20, null),
    one('Beta 2002', 'lung', 20, 1, 'printed as one fraction'),
  ];

  test('is found by its label, its site or as the whole table, in any case', () => {
    const labels = (text: string) =>
      compare(text, cases).regimens.map(({ schedule }) => schedule.publication?.label ?? 'written');
    expect(labels('54 Gy/27F vs BETA 2002')).toEqual(['written', 'Beta 2002']);
    expect(labels('lung')).toEqual(['Beta 2002']);
    expect(labels('table vs 54/27')).toEqual(['Alpha 2001', 'Beta 2002', 'written']);
  });

  test('without its fractions is shown as not computable, never guessed', () => {
    const { regimens, findings } = compare('54 Gy/27F vs alpha 2001', cases);
    expect(regimens[1]).toMatchObject({
      regimen: null,
      results: [],
      schedule: { totalDoseGy: 20, fractions: null },
    });
    expect(findings).toContainEqual({ kind: 'not-computable', regimen: 1, missing: 'fractions' });
  });

  test('carries what is doubtful about it', () => {
    expect(compare('beta 2002', cases).regimens[0]?.schedule.publication?.doubtful).toBe(
      'printed as one fraction',
    );
  });

  test('is never added up with others, which are of other patients', () => {
    expect(refusalOf(() => compare('54 Gy/27F vs beta 2002 sum', cases)).message).toContain(
      'different patients',
    );
  });

  test('of an unknown name is refused with what to write', () => {
    const refusal = refusalOf(() => compare('gamma 2003', cases));
    expect(refusal.code).toBe('NO_REGIMEN_FOUND');
    expect(refusal.message).toContain('`table`');
  });
});

describe('the JSON of a comparison', () => {
  test('has the fields that the command line prints', () => {
    expect(JSON.parse(JSON.stringify(doseJson(compare('5400 in 27 vs 24 Gy/3F ab=10'))))).toMatchObject({
      regimens: [
        {
          phases: [{ totalGy: 54, fractions: 27, dosePerFractionGy: 2 }],
          totalGy: 54,
          fractions: 27,
          results: [{ alphaBetaGy: 10, bedGy: 64.8, eqd2Gy: 54 }],
          overallTime: { elapsedDays: 36 },
          warnings: ['UNIT_ASSUMED_CGY'],
        },
        { totalGy: 24, warnings: ['LQ_HIGH_DOSE_PER_FRACTION'] },
      ],
      warnings: ['UNIT_ASSUMED_CGY'],
    });
  });

  test('of a refusal is its code and message, and a fault is not hidden in it', () => {
    expect(doseErrorJson(refusalOf(() => compare('60 Gy')))).toMatchObject({
      error: { code: 'FRACTIONS_MISSING' },
    });
    expect(() => doseErrorJson(new TypeError('a fault'))).toThrow(TypeError);
  });
});
