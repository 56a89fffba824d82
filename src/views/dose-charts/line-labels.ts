import { showOneDecimal } from '../../dose/show-number.ts';
import { fontSize, lineHeight } from './chart-theme.ts';
import type { Eqd2Curve, Eqd2Point } from './eqd2-curves.ts';
import { spreadLabels } from './spread-labels.ts';
import { wrapLabel } from './wrap-label.ts';

/** Points right of the plot for leader, marker and text. */
export const labelWidth = 128;
export const textLeft = 28;
const gap = 7;
/** Where a label stands further from its line's end, markers tell whose it is: long leaders would only cross. */
const longestLeader = 40;
export const labelRow = lineHeight.small - 1;

/**
 * The labels at the lines' right ends, spread so that none covers another, and the height of plot that this needs.
 * Heights are given on the EQD2 scale (Gy), as the chart draws them.
 */
export function lineLabels(
  curves: readonly Eqd2Curve[],
  [from, to]: readonly [number, number],
  leastHeight: number,
) {
  const texts = curves.flatMap((curve) => {
    if (curve.isLinearQuadraticLinear) return [];
    const straight = curves.find((one) => one.isLinearQuadraticLinear && one.regimen === curve.regimen);
    const figures = [
      `${rangeText(curve.chosen)} Gy`,
      // Its line lies close to the other, so they share a label.
      ...(straight ? [`LQ-L: ${rangeText(straight.chosen)}`] : []),
    ];
    const lines = wrapLabel(curve.name, labelWidth - textLeft, fontSize.small, 'bold');
    return [{ series: curve.name, lines, figures, endEqd2Gy: curve.points.at(-1)?.eqd2Gy ?? 0 }];
  });
  const heights = texts.map(({ lines, figures }) => (lines.length + figures.length) * labelRow + gap);
  const needed = heights.reduce((sum, one) => sum + one, 0);
  const height = Math.max(leastHeight, needed);
  const pointsPerGy = height / (to - from);
  const tops = spreadLabels(
    texts.map(({ endEqd2Gy, lines }, at) => ({
      middle: (to - endEqd2Gy) * pointsPerGy + ((heights[at] ?? 0) - lines.length * labelRow) / 2,
      height: heights[at] ?? 0,
    })),
    height,
  );
  const labels = texts.map(({ series, lines, figures, endEqd2Gy }, at) => {
    const top = (tops[at] ?? 0) + gap / 2;
    const onScale = (points: number) => to - points / pointsPerGy;
    return {
      series,
      name: lines.join('\n'),
      figures: figures.join('\n'),
      endEqd2Gy,
      markerEqd2Gy: onScale(top + labelRow / 2 - 1),
      nameEqd2Gy: onScale(top),
      figuresEqd2Gy: onScale(top + lines.length * labelRow),
    };
  });
  const hasLeaders = labels.every(
    ({ endEqd2Gy, markerEqd2Gy }) => Math.abs(endEqd2Gy - markerEqd2Gy) * pointsPerGy <= longestLeader,
  );
  return { labels, height, hasLeaders };
}

/** The EQD2 at the chosen α/β, from the lowest to the highest. */
function rangeText(chosen: readonly Eqd2Point[]): string {
  const eqd2Gy = chosen.map((point) => point.eqd2Gy);
  const [least, most] = [showOneDecimal(Math.min(...eqd2Gy)), showOneDecimal(Math.max(...eqd2Gy))];
  return least === most ? least : `${least}–${most}`;
}
