import { expect, test } from 'vitest';
import { createChartDrawer } from '../../src/charts/create-chart-drawer.ts';
import { doseCharts } from '../../src/views/dose-charts/dose-charts.ts';
import { compare } from '../dose/compare-for-test.ts';

const [chart] = doseCharts(compare('60/30 vs 55/20'));
const spec = chart?.spec ?? {};
const isPng = (bytes: Uint8Array) => Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG';

test('draws several charts that are asked for at once, each for who asked', async () => {
  const { draw } = createChartDrawer();
  const pictures = await Promise.all([draw(spec), draw(spec), draw(spec)]);
  expect(pictures.every(isPng)).toBe(true);
});

test('a chart that cannot be drawn is refused with why, and the next is drawn', async () => {
  const { draw } = createChartDrawer();
  await expect(
    draw({ data: { url: 'http://127.0.0.1:1/x.json' }, mark: 'bar', encoding: {} }),
  ).rejects.toThrow('may not load');
  expect(isPng(await draw(spec))).toBe(true);
});

test('leaves the app free while it draws', async () => {
  const { draw } = createChartDrawer();
  await draw(spec);
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 1);
  await Promise.all([draw(spec), draw(spec), draw(spec)]);
  clearInterval(ticking);
  // Three pictures take some 300 ms; drawn on this thread they would leave no room for more than a few ticks.
  expect(ticks).toBeGreaterThan(20);
});
