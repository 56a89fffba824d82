import type { ComparedRegimen, Comparison, Finding } from './comparison.ts';
import { lqSoftNoteAboveGy, lqStrongNoteAboveGy } from './lq-limits.ts';
import type { Phase } from './regimen.ts';

/**
 * What a reader should know of a comparison: where EQD2 cannot differ from the dose, where the model is
 * strained (d > 6 Gy) or left (d > 10 Gy), where protons come without a word on RBE, what was assumed, what could not be computed.
 *
 * Limits: Brenner 2008, PMC2750078 (to about 10 Gy per fraction); against it PMID 23077237 (from 6 Gy on).
 * @example
 * findFindings(compareTyped('54 Gy/27F vs 60 Gy/30F ab=10', { cases: [], shown: [] }).comparison);
 * // [{ kind: 'eqd2-cannot-differ', regimens: [0, 1], all: true }]
 */
export function findFindings(comparison: Omit<Comparison, 'findings'>): Finding[] {
  const { regimens, options, alphaBetas, sum } = comparison;
  const flat = regimens.flatMap((one, at) =>
    one.regimen?.phases.every(isFlat) && !hasRepair(one) ? [at] : [],
  );
  const computed = regimens.filter(({ regimen }) => regimen !== null).length;
  const findings: Finding[] = [];
  if (flat.length > 0) {
    findings.push({ kind: 'eqd2-cannot-differ', regimens: flat, all: flat.length === computed });
  }
  for (const [regimen, one] of regimens.entries()) findings.push(...findingsOf(one, regimen, comparison));
  const severalADay = regimens.some((one) => mostADay(one) > 1);
  if (options.repair && !severalADay) findings.push({ kind: 'repair-without-effect' });
  const late = alphaBetas.filter(({ assumption }) => assumption?.response === 'late');
  if (options.repopulation && late.length > 0) {
    const alphaBetaGy = late.map((one) => one.alphaBetaGy);
    findings.push({ kind: 'late-tissue-not-repopulated', alphaBetaGy });
  }
  if (sum) findings.push({ kind: 'courses-summed', regimens: sum.regimens });
  return findings;
}

/** At 2 Gy per fraction EQD2 is the dose, whatever the α/β. */
function isFlat({ dosePerFractionGy }: Phase): boolean {
  return Math.abs(dosePerFractionGy - 2) < 1e-9;
}

function hasRepair({ results }: ComparedRegimen): boolean {
  return results.some(({ incompleteRepair }) => incompleteRepair !== undefined);
}

function mostADay({ regimen }: ComparedRegimen): number {
  return Math.max(1, ...(regimen?.phases ?? []).map(({ fractionsPerDay = 1 }) => fractionsPerDay));
}

function findingsOf(
  one: ComparedRegimen,
  regimen: number,
  { options }: Omit<Comparison, 'findings'>,
): Finding[] {
  if (!one.regimen || !one.time) {
    const { schedule } = one;
    return schedule.kind === 'incomplete'
      ? [{ kind: 'not-computable', regimen, missing: schedule.missing }]
      : [];
  }
  const findings: Finding[] = [];
  if (one.regimen.phases.some(({ rbeUnstated }) => rbeUnstated)) {
    findings.push({ kind: 'rbe-unstated', regimen });
  }
  const dosePerFractionGy = Math.max(...one.regimen.phases.map((phase) => phase.dosePerFractionGy));
  if (dosePerFractionGy > lqStrongNoteAboveGy) {
    const transitionDoseGy = lqStrongNoteAboveGy;
    findings.push({ kind: 'lq-beyond-range', regimen, dosePerFractionGy, transitionDoseGy });
  } else if (dosePerFractionGy > lqSoftNoteAboveGy) {
    findings.push({ kind: 'lq-caution', regimen, dosePerFractionGy });
  }
  const fractionsPerDay = mostADay(one);
  if (fractionsPerDay > 1 && !options.repair) {
    findings.push({ kind: 'full-repair-assumed', regimen, fractionsPerDay });
  }
  const { statedDays, treatmentDays } = one.time;
  if (statedDays !== null && statedDays < treatmentDays - 1) {
    findings.push({ kind: 'time-too-short', regimen, overallDays: statedDays, treatmentDays });
  }
  return findings;
}
