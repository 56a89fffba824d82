import type { Comparison } from '../../dose/comparison.ts';
import { showNumber, showOneDecimal } from '../../dose/show-number.ts';
import { barGroups, barSeriesNames } from './bar-groups.ts';
import { chartLabels } from './chart-labels.ts';
import { footer } from './chart-theme.ts';
import { equalSentences, findingSentences } from './dose-findings.ts';
import { alphaBetaRangeGy, eqd2Curves } from './eqd2-curves.ts';
import { listText } from './list-text.ts';

/** Slack refuses a longer `alt_text`. */
const longest = 2000;

/** The bars in words, with their figures. */
export function barsAltText(comparison: Comparison): string {
  const names = barSeriesNames(comparison);
  const groups = barGroups(comparison).map(({ name, detail, bars }) => {
    const figures = bars.map(({ series, gy, isEqd2 }) => {
      if (!isEqd2) return `${showNumber(gy, 2)} Gy`;
      return `${series === names.eqd2 ? 'EQD2' : 'LQ-L EQD2'} ${showOneDecimal(gy)} Gy`;
    });
    return `${name}, ${detail}${figures.length > 0 ? `: ${listText(figures)}` : ''}.`;
  });
  const isComputed = comparison.regimens.some(({ results }) => results.length > 0);
  const start = `Bars of ${lower(names.dose)}${isComputed ? ` and ${names.eqd2}` : ''}.`;
  return within([start], groups, findingSentences(comparison));
}

/** The lines in words, with their figures at the chosen α/β. */
export function linesAltText(comparison: Comparison): string {
  const [least, most] = alphaBetaRangeGy(comparison);
  const details = chartLabels(comparison.regimens).map(({ detail }) => detail);
  const curves = eqd2Curves(comparison).map(({ name, regimen, isLinearQuadraticLinear, chosen }) => {
    const shown = chosen.map(({ eqd2Gy }) => showOneDecimal(eqd2Gy));
    const figures = new Set(shown).size === 1 ? shown.slice(0, 1) : shown;
    return `${name}${isLinearQuadraticLinear ? '' : `, ${details[regimen]}`}: ${listText(figures)} Gy.`;
  });
  const drawnFindings = comparison.findings.filter(({ kind }) => kind !== 'courses-summed');
  const chosen = listText(comparison.alphaBetas.map(({ alphaBetaGy }) => String(alphaBetaGy)));
  return within(
    [`Lines of EQD2 over α/β from ${least} to ${most} Gy. EQD2 at α/β ${chosen} Gy, in this order:`],
    curves,
    [...equalSentences(comparison), ...findingSentences({ ...comparison, findings: drawnFindings })],
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whole sentences only: a figure cut in two would be another figure. */
function within(start: string[], figures: string[], findings: string[]): string {
  const rest = 'More is in the table.';
  const said = [...start];
  for (const sentence of [...figures, ...findings]) {
    const length = [...said, sentence, rest, footer].join(' ').length;
    if (length > longest) return [...said, rest, footer].join(' ');
    said.push(sentence);
  }
  return [...said, footer].join(' ');
}
