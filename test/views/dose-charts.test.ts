import { describe, expect, test } from 'vitest';
import { bedGy } from '../../src/dose/bed.ts';
import { eqd2Gy } from '../../src/dose/eqd.ts';
import { footer } from '../../src/views/dose-charts/chart-theme.ts';
import { doseCharts } from '../../src/views/dose-charts/dose-charts.ts';
import { compare } from '../dose/compare-for-test.ts';
import { layerRows, writtenTexts } from './drawn-for-test.ts';
import { published } from './published-for-test.ts';

const cases = [published('Alpha 2001', 20, null), published('Beta 2002', null, null)];
const charts = (text: string) => doseCharts(compare(text, cases));
const names = (text: string) => charts(text).map(({ fileName }) => fileName);
const [lines, bars] = ['eqd2-over-alpha-beta.png', 'dose-and-eqd2.png'];

function chart(text: string, fileName: string) {
  const found = charts(text).find((one) => one.fileName === fileName);
  if (!found) throw new Error(`no ${fileName} of ${text}`);
  return found;
}

const barRows = (text: string) => layerRows(chart(text, bars).spec)[0] ?? [];
const gyOf = (text: string, series: RegExp) =>
  barRows(text)
    .filter((row) => series.test(String(row.series)))
    .map(({ gy }) => gy);

describe('the pictures that are drawn', () => {
  test('are bars alone, with the reason as title, when every schedule is in 2 Gy fractions', () => {
    expect(names('54 Gy/27F vs 20 Gy/10F')).toEqual([bars]);
    expect(chart('54 Gy/27F vs 20 Gy/10F', bars).title).toBe(
      'All in 2 Gy fractions: EQD2 is the dose at every α/β',
    );
    expect(names('38 Gy/19F + 16 Gy/8F')).toEqual([bars]);
  });

  test('are lines alone for a single schedule that depends on α/β', () => {
    expect(names('55 Gy/20F')).toEqual([lines]);
  });

  test('are lines and bars for several, and the bars first when a sum was asked for', () => {
    expect(names('60/30 vs 55/20')).toEqual([lines, bars]);
    expect(names('60/30 vs 55/20 sum')).toEqual([bars, lines]);
  });

  test('are bars of the dose alone when no EQD2 can be computed, and none when no dose is known', () => {
    expect(names('alpha 2001')).toEqual([bars]);
    expect(chart('alpha 2001', bars).title).toBe('Dose as published');
    expect(names('beta 2002')).toEqual([]);
  });

  test('each carry the line that this is no prescription', () => {
    expect.hasAssertions();
    for (const { spec, altText } of charts('60/30 vs 55/20')) {
      expect(writtenTexts(spec)).toContain(footer);
      expect(altText).toContain(footer);
    }
  });
});

describe('what no picture draws', () => {
  test('is said: repopulation is a column of its own', () => {
    expect.hasAssertions();
    for (const { spec } of charts('60/30 vs 55/20 k=0.6 tk=28')) {
      expect(writtenTexts(spec)).toContain('Repopulation is not drawn.');
    }
  });
});

describe('bars', () => {
  const text = '60/30 vs 55/20 vs 38/19 + 30/10 ab=4,10';

  test('are the doses and the EQD2 at the first α/β of the comparison, which the legend names', () => {
    const { regimens } = compare(text);
    expect(gyOf(text, /^Physical dose$/)).toEqual(regimens.map(({ regimen }) => regimen?.totalDoseGy));
    expect(gyOf(text, /^EQD2 at α\/β 4 Gy$/)).toEqual(regimens.map(({ results }) => results[0]?.eqd2Gy));
  });

  test('begin at zero and end within the picture', () => {
    const { spec } = chart(text, bars);
    const longest = Math.max(...barRows(text).map(({ gy }) => Number(gy)));
    expect(spec.layer[0]?.encoding).toMatchObject({
      x: { scale: { domain: [0, longest] } },
      x2: { datum: 0 },
    });
  });

  test('carry their figures: the dose as given, EQD2 with one decimal', () => {
    expect(barRows('50.4 Gy/28F vs 55/20').map(({ figure }) => figure)).toEqual([
      '50.4',
      '49.6',
      '55',
      '58.4',
    ]);
  });

  test('are marked where a phase ends, in dose and in EQD2', () => {
    const phases = barRows('38/19 + 30/10 vs 60/30 ab=10').map(({ phaseEnds }) => phaseEnds);
    expect(phases).toEqual([[38], [expect.closeTo(38, 9)], [], []]);
  });

  test('stand under one another without touching', () => {
    const rows = barRows('60/30 vs 55/20 vs 40/15 vs 12 Gy x 4 vs 50.4/28 vs 45/25');
    const gaps = rows.slice(1).map(({ top }, at) => Number(top) - Number(rows[at]?.bottom));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });

  test('show LQ-L beside LQ above 10 Gy per fraction, and say why', () => {
    expect(gyOf('12 Gy x 4 vs 60/30', /LQ-L$/)).toEqual([
      compare('12 Gy x 4').regimens[0]?.results[0]?.linearQuadraticLinear?.eqd2Gy,
    ]);
    expect(writtenTexts(chart('12 Gy x 4 vs 60/30', bars).spec)).toContain('model is not trusted');
  });

  test('of a schedule without fractions are its dose alone, never an EQD2 of 0', () => {
    const alpha = barRows('55 Gy/20F vs alpha 2001').filter(({ schedule }) => schedule === 'Alpha 2001');
    expect(alpha.map(({ series, gy }) => [series, gy])).toEqual([['Physical dose', 20]]);
    expect(writtenTexts(chart('55 Gy/20F vs alpha 2001', bars).spec)).toContain('fractions not printed');
  });

  test('of a weighted dose do not call it physical', () => {
    expect(gyOf('60 Gy(RBE)/30F vs 55/20', /^Physical/)).toEqual([]);
    expect(gyOf('60 Gy(RBE)/30F vs 55/20', /^Total dose$/)).toEqual([60, 55]);
  });

  test('count incomplete repair where it was asked for, and say so', () => {
    const asked = '1.2 Gy BID x 58 vs 55/20 interval=6h repair=4h ab=3';
    expect(gyOf(asked, /^EQD2/)[0]).toBe(compare(asked).regimens[0]?.results[0]?.incompleteRepair?.eqd2Gy);
    expect(writtenTexts(chart(asked, bars).spec)).toContain('incomplete repair counted');
  });

  test('end with the sum of courses when it was asked for', () => {
    const { sum } = compare('50/25 vs 30/10 sum');
    expect(gyOf('50/25 vs 30/10 sum', /^EQD2/).at(-1)).toBe(sum?.results[0]?.eqd2Gy);
    expect(gyOf('50/25 vs 30/10 sum', /^Physical/).at(-1)).toBe(80);
  });

  test('of two schedules that read the same are told apart', () => {
    const found = new Set(barRows('55/20 vs 55/20').map(({ schedule }) => schedule));
    expect([...found]).toEqual(['55 Gy/20F, no. 1', '55 Gy/20F, no. 2']);
  });
});

describe('lines', () => {
  const text = '60/30 vs 55/20 vs 38/19 + 30/10';
  const { spec } = chart(text, lines);
  const [rules, curves, markers] = layerRows(spec) as [
    unknown,
    Record<string, number>[],
    Record<string, number>[],
  ];

  test('are EQD2 over α/β from 1 to 20 Gy', () => {
    const { regimens } = compare(text);
    const phases = regimens.map(({ regimen }) => regimen?.phases ?? []);
    const perSchedule = curves.length / regimens.length;
    for (const [at, { alphaBetaGy = 0, eqd2Gy: drawn }] of curves.entries()) {
      const expected = eqd2Gy(bedGy(phases[Math.floor(at / perSchedule)] ?? [], alphaBetaGy), alphaBetaGy);
      expect(drawn).toBeCloseTo(expected, 9);
    }
    expect(curves[0]?.alphaBetaGy).toBe(1);
    expect(curves.at(-1)?.alphaBetaGy).toBeCloseTo(20, 9);
  });

  test('have a rule at each chosen α/β, and on it a marker with the comparison’s own figure', () => {
    const { alphaBetas, regimens } = compare(text);
    expect(rules).toEqual(alphaBetas.map(({ alphaBetaGy }) => ({ alphaBetaGy })));
    expect(markers.map((row) => row.eqd2Gy)).toEqual(
      regimens.flatMap(({ results }) => results.map((result) => result.eqd2Gy)),
    );
  });

  test('reach as far as the chosen α/β', () => {
    const { spec } = chart('55/20 ab=0.5,30', lines);
    const rows = layerRows(spec)[1] ?? [];
    expect([rows[0]?.alphaBetaGy, rows.at(-1)?.alphaBetaGy]).toEqual([0.5, expect.closeTo(30, 9)]);
  });

  test('are labelled with the range of their figures', () => {
    expect(writtenTexts(spec)).toContain('55 Gy/20F 58.4–65.3 Gy');
    expect(writtenTexts(chart('12 Gy x 4', lines).spec)).toContain('48 Gy/4F 88.0–168.0 Gy LQ-L: 86.7–164.0');
  });

  test('say where two schedules have the same EQD2', () => {
    expect(writtenTexts(spec)).not.toContain('the same EQD2 at α/β 6.2 Gy');
    expect(writtenTexts(chart('60/30 vs 55/20', lines).spec)).toContain(
      '60 Gy/30F and 55 Gy/20F have the same EQD2 at α/β 6.3 Gy.',
    );
    // Both are 60 Gy in EQD2 there: 55 × (2.75 + 6.25) / (2 + 6.25).
    expect(eqd2Gy(bedGy(compare('55/20').regimens[0]?.regimen?.phases ?? [], 6.25), 6.25)).toBeCloseTo(60, 9);
  });

  test('name the schedules that cannot be drawn', () => {
    expect(writtenTexts(chart('55/20 vs alpha 2001', lines).spec)).toContain(
      'Not drawn, no EQD2: Alpha 2001.',
    );
  });

  test('differ in colour, dash and marker taken together, for as many schedules as can be compared', () => {
    const cases = Array.from({ length: 12 }, (_, at) => published(`Author ${2001 + at}`, 40 + at, 15));
    const [drawn] = doseCharts(compare('table', cases));
    const scales = (drawn?.spec.layer ?? []).flatMap((layer) => {
      const { color, strokeDash, shape } = layer.encoding as Record<string, { scale: { range: unknown[] } }>;
      return [color, strokeDash, shape].flatMap((channel) => (channel ? [channel.scale.range] : []));
    });
    const looks = Array.from({ length: 12 }, (_, at) => JSON.stringify(scales.map((range) => range[at])));
    expect(new Set(looks).size).toBe(12);
  });
});
