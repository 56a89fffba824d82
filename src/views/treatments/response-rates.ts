import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import type { ComparedTreatment } from '../../evidence/treatments/compare-treatments.ts';
import type { ExactInterval } from '../../evidence/treatments/exact-interval.ts';
import { standingWord } from '../claim-standing.ts';
import { capitalised } from './treatment-lines.ts';

/** One line of the picture. */
export interface DrawnRate {
  treatment: string;
  /** `adults responded to crizotinib, OncLive 2022`, and whether it is another tumour. */
  label: string;
  /** `5 of 7`. */
  counts: string;
  isOtherTumour: boolean;
  interval: ExactInterval;
}

/** Response rates whose events and n are printed, in the order of the comparison. */
export function drawnRates(
  compared: readonly ComparedTreatment[],
  knowledge: Pick<KnowledgeBase, 'sources' | 'marks'>,
): DrawnRate[] {
  return compared.flatMap(({ treatment, findings }) =>
    findings.flatMap(({ claim, outcomes }) =>
      outcomes.flatMap(({ figure, interval }) => {
        if (interval === null) return [];
        const isOtherTumour = claim.tumour === 'sts' || claim.tumour === 'other';
        const label = [
          figure.name,
          sourceOf(claim, knowledge).label,
          ...(isOtherTumour ? ['other tumour'] : []),
          ...standingWord(claim, knowledge),
        ];
        return [
          {
            treatment: capitalised(treatment.label),
            label: label.join(', '),
            counts: `${figure.value} of ${figure.n}`,
            isOtherTumour,
            interval,
          },
        ];
      }),
    ),
  );
}

/** How many response rates are printed without events of n, and so not drawn. */
export function undrawnRates(compared: readonly ComparedTreatment[]): number {
  const outcomes = compared.flatMap(({ findings }) => findings.flatMap((finding) => finding.outcomes));
  return outcomes.filter(({ figure, interval }) => figure.measure === 'response' && interval === null).length;
}
