import type { Comparison, Finding } from '../../dose/comparison.ts';

export const fullRepairNote = 'Several fractions a day: full repair assumed.';

/** What is known of the α/β that the bars are drawn at. */
export function alphaBetaNote({ alphaBetas, findings }: Comparison): string[] {
  const [first] = alphaBetas;
  const isFlat = findings.some((finding) => finding.kind === 'eqd2-cannot-differ' && finding.all);
  if (isFlat || !first?.assumption) return [];
  return [`α/β ${first.alphaBetaGy} Gy: ${first.assumption.label}.`];
}

/** What a picture must say of the model under its title. */
export function modelNotes({ findings, options }: Comparison, look: 'outlined' | 'dotted'): string[] {
  const has = (kind: Finding['kind']) => findings.some((finding) => finding.kind === kind);
  const beyond = findings.find((finding) => finding.kind === 'lq-beyond-range');
  return [
    ...(beyond
      ? [
          `Above ${beyond.transitionDoseGy} Gy per fraction the linear-quadratic (LQ) model is not trusted: LQ-L beside it, ${look}.`,
        ]
      : []),
    ...(has('lq-caution') ? ['Above 6 Gy per fraction studies disagree whether LQ fits.'] : []),
    ...(has('full-repair-assumed') ? [fullRepairNote] : []),
    ...(options.repopulation ? ['Repopulation is not drawn.'] : []),
  ];
}
