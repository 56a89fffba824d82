import {
  type ChartLayer,
  type ChartSpec,
  chartConfig,
  fontSize,
  footer,
  greyInk,
  lineHeight,
  margin,
  pictureWidth,
} from './chart-theme.ts';
import { wrapLabel } from './wrap-label.ts';

/** Room under the plot for an axis and its title. */
const axisHeight = 50;

interface Frame {
  title: string;
  /** Sentences under the title, each on lines of its own. */
  notes: readonly string[];
  /** Points left and right of the plot. */
  left: number;
  right: number;
  /** Points above the plot for a legend or the title of an axis. */
  above: number;
  height: number;
  layer: ChartLayer[];
  /** The line at the foot; that of doses unless another is given. */
  foot?: string;
}

/** A picture with its title and notes above the plot and the line that no picture goes without at its foot. */
export function chartFrame({
  title,
  notes,
  left,
  right,
  above,
  height,
  layer,
  foot = footer,
}: Frame): ChartSpec {
  const full = pictureWidth - 2 * margin;
  const text = wrapLabel(title, full, fontSize.title, 'bold');
  const subtitle = notes.flatMap((note) => wrapLabel(note, full, fontSize.small));
  const noteHeight = subtitle.length > 0 ? 4 + subtitle.length * lineHeight.small : 0;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: pictureWidth - left - right,
    height,
    // Without a canvas Vega only guesses how wide a text is, so the layout is ours.
    autosize: 'none',
    padding: {
      left,
      right,
      top: margin + text.length * lineHeight.title + noteHeight + above,
      bottom: axisHeight + lineHeight.small + margin,
    },
    config: chartConfig,
    title: {
      text,
      ...(subtitle.length > 0 ? { subtitle } : {}),
      anchor: 'start',
      frame: 'group',
      dx: margin - left,
      offset: 8,
      fontSize: fontSize.title,
      fontWeight: 'bold',
      lineHeight: lineHeight.title,
      subtitleFontSize: fontSize.small,
      subtitleLineHeight: lineHeight.small,
      subtitleColor: greyInk,
      subtitlePadding: 4,
    },
    layer: [...layer, footerLayer(foot, margin - left, height + axisHeight)],
  };
}

function footerLayer(text: string, x: number, y: number): ChartLayer {
  return {
    data: { values: [{ text }] },
    mark: { type: 'text', align: 'left', baseline: 'top', fontSize: fontSize.small, color: greyInk },
    encoding: { text: { field: 'text', type: 'nominal' }, x: { value: x }, y: { value: y } },
  };
}
