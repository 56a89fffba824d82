import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { PublishedForDose } from '../dose/published-schedules.ts';
import { caseStanding, caseWarnings } from './case-warnings.ts';

/** The published cases as a comparison of doses looks them up, each with what must be told beside its schedules. */
export function doseCases(
  knowledge: Pick<KnowledgeBase, 'cases' | 'claims' | 'misprints' | 'marks'>,
): PublishedForDose[] {
  return [...knowledge.cases.values()].map((one) => {
    // Why a dose is doubtful stands beside that schedule alone.
    const doubts = one.radiotherapy.schedules.map(({ doubtful }) => doubtful);
    const warnings = caseWarnings(one, knowledge).filter((warning) => !doubts.includes(warning));
    return { ...one, told: { standing: caseStanding(one, knowledge), warnings } };
  });
}
