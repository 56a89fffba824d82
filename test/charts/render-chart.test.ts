import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../src/charts/draw-svg.ts';
import { renderChart } from '../../src/charts/render-chart.ts';
import { barColours, type ChartSpec, lineColours } from '../../src/views/dose-charts/chart-theme.ts';
import { doseCharts } from '../../src/views/dose-charts/dose-charts.ts';
import { compare } from '../dose/compare-for-test.ts';
import { decodePng } from '../support/decode-png.ts';
import { published } from '../views/published-for-test.ts';

const eight =
  '60/30 vs 55/20 vs 40/15 vs 50.4 Gy/28F vs 69.6 Gy/58F BID vs 38/19 + 30/10 vs 12 Gy x 4 vs 54/27';
const asked = [
  '54 Gy/27F vs 20 Gy/10F vs 60 Gy/30F',
  '60/30 vs 55/20 vs 40/15',
  'SBRT 12 Gy x 4 vs 60/30',
  '38 Gy/19F + 16 Gy/8F',
  eight,
];

function specs(text: string, cases: Parameters<typeof compare>[1] = []): ChartSpec[] {
  return doseCharts(compare(text, cases)).map(({ spec }) => spec);
}

describe('a drawn chart', () => {
  test.each(asked)(
    'of %s is a PNG, 1500 pixels wide, with ink in it and white at every edge',
    async (text) => {
      for (const spec of specs(text)) {
        const png = await renderChart(spec);
        expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'));
        const { width, height, at, colours } = decodePng(png);
        expect(width).toBe(1500);
        expect(height).toBeGreaterThan(700);
        expect(colours.get('#1d1c1d') ?? 0, 'letters').toBeGreaterThan(1000);
        const data = [...Object.values(barColours), ...lineColours].map((colour) => colour.toLowerCase());
        expect(data.filter((colour) => (colours.get(colour) ?? 0) > 500)).not.toEqual([]);
        const edges = [
          ...Array.from({ length: width }, (_, x) => [at(x, 4), at(x, height - 4)]).flat(),
          ...Array.from({ length: height }, (_, y) => [at(4, y), at(width - 4, y)]).flat(),
        ];
        expect(new Set(edges)).toEqual(new Set(['#ffffff']));
      }
    },
  );

  test('draws a longer bar for a larger dose', async () => {
    const [spec] = specs('54 Gy/27F vs 20 Gy/10F');
    const { width, height, at } = decodePng(await renderChart(spec as ChartSpec));
    const blue = barColours.eqd2.toLowerCase();
    const runs = Array.from(
      { length: height },
      (_, y) => Array.from({ length: width }, (_, x) => at(x, y)).filter((colour) => colour === blue).length,
    ).filter((run) => run > 200);
    expect(Math.min(...runs) / Math.max(...runs)).toBeCloseTo(20 / 54, 2);
  });

  test('keeps very long names inside the picture', async () => {
    const cases = [published(`Verylongname-of-an-author-and-others 2001 ${'W'.repeat(60)}`, 55, 20)];
    for (const spec of specs('orbit vs 60/30', cases)) {
      const { width, height, at } = decodePng(await renderChart(spec));
      const edge = Array.from({ length: height }, (_, y) => at(width - 4, y));
      expect(new Set(edge)).toEqual(new Set(['#ffffff']));
    }
  });

  test('takes less than 300 ms once it is warm', async () => {
    const [spec] = specs(eight);
    const times: number[] = [];
    for (let run = 0; run < 15; run++) {
      const start = performance.now();
      await renderChart(spec as ChartSpec);
      times.push(performance.now() - start);
    }
    expect(Math.min(...times)).toBeLessThan(300);
  });
});

describe('a hostile name', () => {
  const hostile = `Eve</text></svg><script>alert(1)</script><image href="file:///etc/passwd"/>&amp;"'{{datum.gy}}\u0000\u0008\u202e 2001`;

  test('is drawn as letters, and stays inside its text', async () => {
    for (const spec of specs('orbit vs 60/30', [published(hostile, 55, 20)])) {
      const svg = await drawSvg(spec);
      expect(svg).not.toMatch(/<script|<image|<\/svg>./);
      for (const invisible of ['\u0000', '\u0008', '\u202e']) expect(svg).not.toContain(invisible);
      expect(svg.replace(/<[^>]*>/g, '')).toContain('&lt;/text&gt;');
      expect((await renderChart(spec)).length).toBeGreaterThan(10_000);
    }
  });
});

describe('a chart that wants something from outside', () => {
  const mark = { type: 'image', width: 20, height: 20 };
  const wants = (url: string) => ({
    'loads its data': { data: { url }, mark: 'bar', encoding: { x: { field: 'a', type: 'quantitative' } } },
    'shows an image': { data: { values: [{ url }] }, mark, encoding: { url: { field: 'url' } } },
    'links somewhere': {
      data: { values: [{ url }] },
      mark: 'point',
      encoding: { href: { field: 'url', type: 'nominal' } },
    },
    'looks other data up': {
      data: { values: [{ a: 1 }] },
      transform: [{ lookup: 'a', from: { data: { url }, key: 'a', fields: ['b'] } }],
      mark: 'point',
    },
  });

  test.each(Object.keys(wants('')))('is refused when it %s, and nothing is fetched', async (name) => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end('[]');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    try {
      for (const url of [`http://127.0.0.1:${port}/x.json`, 'file:///etc/passwd', 'data:text/csv,a']) {
        const spec = wants(url)[name as keyof ReturnType<typeof wants>] as unknown as ChartSpec;
        await expect(renderChart(spec), url).rejects.toThrow('may not load or link anything');
      }
    } finally {
      await new Promise((closed) => server.close(closed));
    }
    expect(requests).toBe(0);
  });
});

test('the app’s start loads nothing of what draws', () => {
  const file = new URL('../../src/charts/render-chart.ts', import.meta.url).href;
  const script = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ resolve(name, context, next) { seen.push(name); return next(name, context); } });
    await import(${JSON.stringify(file)});
    process.stdout.write(JSON.stringify(seen));`;
  const seen: string[] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  );
  expect(seen.filter((name) => !name.startsWith('node:'))).toEqual([file, './draw-svg.ts']);
});
