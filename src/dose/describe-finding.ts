import type { Finding } from './comparison.ts';
import { showDosePerFraction } from './show-number.ts';

/**
 * A finding as one sentence; `labels` name the schedules in their order.
 *
 * @example
 * describeFinding({ kind: 'eqd2-cannot-differ', regimens: [0], all: true }, ['54 Gy/27F']);
 * // '54 Gy/27F is given in 2 Gy fractions, so its EQD2 is its dose at every α/β.'
 */
export function describeFinding(finding: Finding, labels: readonly string[]): string {
  const label = (at: number) => labels[at] ?? `Schedule ${at + 1}`;
  switch (finding.kind) {
    case 'eqd2-cannot-differ':
      return describeFlat(finding, label);
    case 'lq-caution':
      return `${label(finding.regimen)}: ${showDosePerFraction(finding.dosePerFractionGy)} Gy per fraction is above 6 Gy, where studies disagree whether the linear-quadratic model fits.`;
    case 'lq-beyond-range':
      return `${label(finding.regimen)}: ${showDosePerFraction(finding.dosePerFractionGy)} Gy per fraction is beyond where the linear-quadratic model is trusted (10 Gy). LQ-L, straight from ${finding.transitionDoseGy} Gy on, stands beside it; do not rank schedules by these figures.`;
    case 'full-repair-assumed':
      return `${label(finding.regimen)}: ${finding.fractionsPerDay} fractions a day are taken to repair fully in between. Add \`interval=6h repair=4h\` to count incomplete repair.`;
    case 'repair-without-effect':
      return 'No schedule has more than one fraction a day, so `interval=` and `repair=` change nothing.';
    case 'late-tissue-not-repopulated':
      return `Late tissue is given no repopulation: nothing is taken off at α/β ${finding.alphaBetaGy.join(' and ')}.`;
    case 'time-too-short':
      return `${label(finding.regimen)}: ${finding.treatmentDays} treatment days do not fit in ${finding.overallDays} days; check the overall time.`;
    case 'not-computable':
      return `${label(finding.regimen)} cannot be computed: there is no ${finding.missing === 'fractions' ? 'number of fractions' : finding.missing} for it that may be used.`;
    case 'rbe-unstated':
      return `${label(finding.regimen)}: protons without a word on RBE; the figures hold for an RBE-weighted dose, not for a physical one. Add \`Gy(RBE)\` if it is weighted.`;
    case 'courses-summed':
      return 'The sum adds courses at the same point in tissue, without recovery in between. It says nothing of what a tissue bears.';
  }
}

function describeFlat(
  { regimens, all }: Extract<Finding, { kind: 'eqd2-cannot-differ' }>,
  label: (at: number) => string,
): string {
  if (all && regimens.length > 1) {
    return 'Every schedule is given in 2 Gy fractions, so its EQD2 is its dose at every α/β: EQD2 cannot tell them apart beyond their doses.';
  }
  if (regimens.length === 1) {
    return `${label(regimens[0] ?? 0)} is given in 2 Gy fractions, so its EQD2 is its dose at every α/β.`;
  }
  return `${joined(regimens.map(label))} are given in 2 Gy fractions, so their EQD2 is their dose at every α/β.`;
}

function joined(labels: readonly string[]): string {
  return [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter(Boolean).join(' and ');
}
