import type { Comparison } from '../../dose/comparison.ts';
import { describeFinding } from '../../dose/describe-finding.ts';
import { equalEqd2AlphaBetaGy } from '../../dose/equal-eqd2.ts';
import { showOneDecimal } from '../../dose/show-number.ts';
import { chartLabels } from './chart-labels.ts';
import { fullRepairNote } from './chart-notes.ts';
import { alphaBetaRangeGy } from './eqd2-curves.ts';

const mostEqual = 3;

/** Where two schedules have the same EQD2 within the α/β drawn; none when there are too many to say. */
export function equalSentences(comparison: Comparison): string[] {
  const { regimens } = comparison;
  const labels = chartLabels(regimens);
  const [least, most] = alphaBetaRangeGy(comparison);
  const found = regimens.flatMap((one, at) =>
    regimens.slice(at + 1).flatMap((other, behind) => {
      const alphaBetaGy = equalEqd2AlphaBetaGy(one, other);
      if (alphaBetaGy === null || alphaBetaGy < least || alphaBetaGy > most) return [];
      const names = `${labels[at]?.name} and ${labels[at + 1 + behind]?.name}`;
      return [`${names} have the same EQD2 at α/β ${showOneDecimal(alphaBetaGy)} Gy.`];
    }),
  );
  return found.length <= mostEqual ? found : [];
}

/** What the comparison found that concerns its pictures, a sentence each. */
export function findingSentences({ regimens, findings }: Comparison): string[] {
  const names = chartLabels(regimens).map(({ name }) => name);
  return findings.flatMap((one) => {
    if (['repair-without-effect', 'late-tissue-not-repopulated', 'time-too-short'].includes(one.kind))
      return [];
    // Its own sentence says what to type, which is of no use to who listens to a picture.
    return [one.kind === 'full-repair-assumed' ? fullRepairNote : describeFinding(one, names)];
  });
}
