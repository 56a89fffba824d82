import type { Comparison } from '../../dose/comparison.ts';
import type { ChartSpec } from './chart-theme.ts';
import { barsAltText, linesAltText } from './dose-alt-text.ts';
import { doseBars } from './dose-bars.ts';
import { equalSentences } from './dose-findings.ts';
import { doseLines } from './dose-lines.ts';

export const barsFileName = 'dose-and-eqd2.png';

/** A picture of a comparison, not yet drawn. */
export interface DoseChart {
  title: string;
  /** What it shows, in words and figures; at most 2000 characters. */
  altText: string;
  /** Vega-Lite, with its data inside. */
  spec: ChartSpec;
  fileName: string;
}

/**
 * The pictures that fit a comparison, the one that says most first. None when no dose is known.
 *
 * At 2 Gy per fraction lines over α/β would be flat, so then only bars; a single schedule has nothing to stand
 * beside, so then only its line; a schedule without EQD2 can only be a bar.
 */
export function doseCharts(comparison: Comparison): DoseChart[] {
  const { regimens, findings, sum } = comparison;
  const flat = findings.find((finding) => finding.kind === 'eqd2-cannot-differ' && finding.all);
  const isComputed = regimens.some(({ results }) => results.length > 0);
  const isDosed = regimens.some(
    ({ schedule }) => schedule.kind === 'regimen' || schedule.totalDoseGy !== null,
  );
  if (!isDosed) return [];
  if (flat || !isComputed) return [barsChart(comparison)];
  if (regimens.length === 1) return [linesChart(comparison)];
  const both = [linesChart(comparison), barsChart(comparison)];
  return sum ? both.toReversed() : both;
}

function barsChart(comparison: Comparison): DoseChart {
  const title = barsTitle(comparison);
  return {
    title,
    altText: barsAltText(comparison),
    spec: doseBars(comparison, title),
    fileName: barsFileName,
  };
}

function barsTitle({ regimens, alphaBetas, findings }: Comparison): string {
  const computed = regimens.filter(({ results }) => results.length > 0).length;
  if (computed === 0) return 'Dose as published';
  if (findings.some((finding) => finding.kind === 'eqd2-cannot-differ' && finding.all)) {
    return computed === 1
      ? 'In 2 Gy fractions: EQD2 is the dose at every α/β'
      : 'All in 2 Gy fractions: EQD2 is the dose at every α/β';
  }
  return `Dose and EQD2 at α/β ${alphaBetas[0]?.alphaBetaGy} Gy`;
}

function linesChart(comparison: Comparison): DoseChart {
  const title = 'EQD2 depends on α/β';
  const [equal = null, ...more] = equalSentences(comparison);
  return {
    title,
    altText: linesAltText(comparison),
    spec: doseLines(comparison, title, more.length === 0 ? equal : null),
    fileName: 'eqd2-over-alpha-beta.png',
  };
}
