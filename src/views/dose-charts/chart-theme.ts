import type { TopLevelSpec } from 'vega-lite';

export type ChartSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type ChartLayer = ChartSpec['layer'][number];

/** What every picture shares. Lengths are in points of a phone screen, 375 wide. */
export const pictureWidth = 375;
export const margin = 14;

export const footer = 'Arithmetic on schedules, not a prescription.';

export const fontSize = { title: 16, text: 13, small: 12 } as const;
export const lineHeight = { title: 21, text: 17, small: 16 } as const;

/** Okabe and Ito's colours, told apart with any colour vision; the two that are pale on white come last. */
export const lineColours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#000000', '#E69F00', '#56B4E9'];
export const barColours = { dose: '#999999', eqd2: '#0072B2' } as const;

const ink = '#1D1C1D';
export const greyInk = '#555555';

/** Vega-Lite's `config`: no frame, light grid, one font. */
export const chartConfig: ChartSpec['config'] = {
  font: 'Noto Sans',
  background: '#FFFFFF',
  view: { stroke: null },
  text: { color: ink, fontSize: fontSize.text },
  axis: {
    labelFontSize: fontSize.small,
    titleFontSize: fontSize.small,
    titleFontWeight: 'normal',
    labelColor: ink,
    titleColor: ink,
    gridColor: '#E4E4E4',
    domain: false,
    ticks: false,
    labelPadding: 6,
  },
  legend: {
    labelFontSize: fontSize.text,
    labelColor: ink,
    labelLimit: pictureWidth,
    symbolType: 'square',
    symbolStrokeWidth: 1.5,
    title: null,
  },
};
