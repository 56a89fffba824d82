import { createRequire } from 'node:module';
import type { TopLevelSpec } from 'vega-lite';
import { drawSvg } from './draw-svg.ts';

/** Pixels a point: pictures are laid out for a phone 375 points wide, and looked at enlarged. */
const pixelsPerPoint = 4;

const fontNames = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'];

/**
 * A chart as PNG.
 * Fonts come with the app, since a server may have none; the system's are not looked at, so that every
 * machine draws the same picture.
 */
export async function renderChart(spec: TopLevelSpec, zoom = pixelsPerPoint): Promise<Buffer> {
  const [svg, { renderAsync }] = await Promise.all([drawSvg(spec), import('@resvg/resvg-js')]);
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    background: '#FFFFFF',
    logLevel: 'off',
    font: {
      loadSystemFonts: false,
      fontFiles: fontNames.map((name) => resolve(`@expo-google-fonts/noto-sans/${name}`)),
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
    },
  });
  return image.asPng();
}
