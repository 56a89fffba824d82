import type { ComparedRegimen, CourseSum } from './comparison.ts';
import { toMicrogray } from './regimen.ts';

/**
 * Courses added up at each α/β: ΣBED and ΣEQD2 in Gy, for the same point in tissue and without recovery.
 * Uses incomplete repair where the comparison does. Says nothing of what a tissue bears.
 *
 * BEDs add only at one α/β. @see http://individual.utoronto.ca/dtsang/rbapp_web/equations.html
 * @example
 * const { comparison } = compareTyped('50 Gy/25F vs 30 Gy/10F ab=3', { cases: [], shown: [] });
 * sumCourses(comparison.regimens).results[0].eqd2Gy; // 86, of 80 Gy in all
 */
export function sumCourses(regimens: readonly ComparedRegimen[]): CourseSum {
  const computed = regimens.flatMap(({ regimen, results }, index) =>
    regimen ? [{ regimen, results, index }] : [],
  );
  const first = computed[0]?.results ?? [];
  return {
    regimens: computed.map(({ index }) => index),
    totalDoseGy: toMicrogray(computed.reduce((sum, { regimen }) => sum + regimen.totalDoseGy, 0)),
    results: first.map(({ alphaBetaGy }, at) => {
      const effects = computed.map(({ results }) => results[at]?.incompleteRepair ?? results[at]);
      return {
        alphaBetaGy,
        bedGy: effects.reduce((sum, effect) => sum + (effect?.bedGy ?? 0), 0),
        eqd2Gy: effects.reduce((sum, effect) => sum + (effect?.eqd2Gy ?? 0), 0),
      };
    }),
  };
}
