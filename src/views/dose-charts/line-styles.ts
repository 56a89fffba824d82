import { lineColours } from './chart-theme.ts';
import type { Eqd2Curve } from './eqd2-curves.ts';

const dashes = [
  [1, 0],
  [8, 3],
  [5, 2.5],
  [9, 3, 2, 3],
  [14, 3],
];
const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];
const linearQuadraticLinearDash = [1, 2.5];

/** How each curve is drawn: colour, dash and marker all differ, so that none is needed to tell them apart. */
export function lineStyles(curves: readonly Eqd2Curve[]) {
  const drawn = [...new Set(curves.map(({ regimen }) => regimen))];
  return curves.map(({ regimen, isLinearQuadraticLinear }) => {
    const at = drawn.indexOf(regimen);
    return {
      colour: lineColours[at % lineColours.length] ?? '#000000',
      dash: isLinearQuadraticLinear ? linearQuadraticLinearDash : (dashes[at % dashes.length] ?? [1, 0]),
      shape: shapes[at % shapes.length] ?? 'circle',
    };
  });
}
