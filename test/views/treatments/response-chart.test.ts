import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../../src/charts/draw-svg.ts';
import { compareTreatments } from '../../../src/evidence/treatments/compare-treatments.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { responseChart } from '../../../src/views/treatments/response-chart.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const chart = (text: string) => {
  const { treatments } = parseTreatments(text, knowledge);
  return responseChart(compareTreatments(treatments, knowledge), knowledge);
};
const svgOf = (text: string) => drawSvg(chart(text)?.spec as Parameters<typeof drawSvg>[0]);

describe('the picture of response rates', () => {
  test('draws each rate with its counts and interval, and none without events of n', async () => {
    const svg = await svgOf('crizotinib vs chemotherapy');
    expect(svg).toContain('5 of 7: 71.4% (29.0–96.3)');
    expect(svg).toContain('10 of 21: 47.6% (25.7–70.2)');
    expect(svg).not.toContain('66.7');
    expect(svg).toContain('no ranking, no advice');
  });

  test('places points and intervals on one scale from 0 to 100%', async () => {
    const svg = await svgOf('chemotherapy vs surgery');
    const widthOfPlot = 375 - 2 * 14;
    const xs = [...svg.matchAll(/transform="translate\(([\d.]+),[\d.]+\)" d="M/g)].map(([, x]) => Number(x));
    for (const percent of [100 * (10 / 21), 100 * (7 / 13), 75, 50])
      expect(
        xs.some((x) => Math.abs(x - (percent / 100) * widthOfPlot) < 0.01),
        String(percent),
      ).toBe(true);
  });

  test('tells the same figures in its description, within what Slack takes', () => {
    const altText = chart('crizotinib vs chemotherapy vs radiotherapy')?.altText ?? '';
    expect(altText.length).toBeLessThanOrEqual(2000);
    for (const counts of ['5 of 7', '12 of 30', '10 of 21', '7 of 13', '3 of 4', '1 of 2', '15 of 22'])
      expect(altText).toContain(counts);
    expect(altText).toContain('Radiotherapy: responded completely, Kim 2012, other tumour: 15 of 22');
    expect(altText).toContain('5 rates printed without them');
  });

  test('draws five treatments with all they have, and says what it leaves to the table', async () => {
    const all = chart('targeted therapy vs chemotherapy vs steroids vs radiotherapy vs crizotinib');
    await svgOf('targeted therapy vs chemotherapy vs steroids vs radiotherapy vs crizotinib');
    expect(all?.altText).toContain('no ranking, no advice.');
  });

  test('is not drawn when nothing can be drawn', () => {
    expect(chart('surgery vs pembrolizumab')).toBeNull();
  });
});
