import type { Block } from '@slack/types';
import type { ComparedRegimen, Comparison, Result } from '../../dose/comparison.ts';
import { showNumber } from '../../dose/show-number.ts';
import { chartLabels } from './chart-labels.ts';
import { drawnEffect } from './drawn-effect.ts';

interface Series {
  name: string;
  data: { label: string; value: number }[];
}

/** Slack's own chart, which `@slack/types` does not list yet. */
export interface DataVisualizationBlock extends Block {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: Series[];
    axis_config: { categories: string[]; x_label: string; y_label: string };
  };
}

/** Of a name and of a category. */
const longestLabel = 20;
const longestTitle = 50;
const mostPoints = 20;

/**
 * The bars of dose and EQD2 at the first α/β as a chart that Slack draws itself.
 * None when it would have to lie: Slack wants a value in every series, so a schedule without EQD2 would stand
 * at 0, and labels over 20 characters would have to be cut until they could be confused.
 */
export function doseVisualization({ regimens, alphaBetas }: Comparison): DataVisualizationBlock | null {
  const names = chartLabels(regimens).map(({ name }) => compact(name));
  const computed = regimens.flatMap((one) =>
    one.regimen && one.results[0] ? [toRow(one, one.results[0])] : [],
  );
  const alphaBeta = `α/β ${alphaBetas[0]?.alphaBetaGy} Gy`;
  const isWeighted = regimens.some(({ regimen }) => regimen?.phases.some(({ rbeWeighted }) => rbeWeighted));
  const shown = [
    { name: isWeighted ? 'Total dose' : 'Physical dose', values: computed.map(({ doseGy }) => doseGy) },
    { name: `EQD2, ${alphaBeta}`, values: computed.map(({ eqd2Gy }) => eqd2Gy) },
    // Up to 10 Gy per fraction LQ-L is LQ, so every schedule has a value.
    ...(computed.some(({ isBeyondLq }) => isBeyondLq)
      ? [
          {
            name: `LQ-L, ${alphaBeta}`,
            values: computed.map(({ linearQuadraticLinear }) => linearQuadraticLinear),
          },
        ]
      : []),
  ];
  const title = `Dose and EQD2 at ${alphaBeta}`;
  const fits =
    regimens.length > 0 &&
    computed.length === regimens.length &&
    names.length <= mostPoints &&
    new Set(names).size === names.length &&
    [...names, ...shown.map(({ name }) => name)].every((name) => name.length <= longestLabel) &&
    title.length <= longestTitle;
  if (!fits) return null;
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: 'bar',
      series: shown.map(({ name, values }) => ({
        name,
        data: names.map((label, at) => ({ label, value: Number(showNumber(values[at] ?? 0, 1)) })),
      })),
      axis_config: { categories: names, x_label: 'Schedule', y_label: 'Gy' },
    },
  };
}

function toRow({ regimen }: ComparedRegimen, first: Result) {
  const { eqd2Gy } = drawnEffect(first);
  return {
    doseGy: regimen?.totalDoseGy ?? 0,
    eqd2Gy,
    isBeyondLq: first.linearQuadraticLinear !== undefined,
    linearQuadraticLinear: first.linearQuadraticLinear?.eqd2Gy ?? eqd2Gy,
  };
}

/** What of a long name the axis says anyway is left out: `38 Gy/19F + 16 Gy/8F + 10 Gy/5F` is `38/19+16/8+10/5`. */
function compact(name: string): string {
  const tight = name.replaceAll(' + ', '+');
  const bare = tight.replace(/ Gy\/(\d+)F/g, '/$1');
  return [name, tight].find((one) => one.length <= longestLabel) ?? bare;
}
