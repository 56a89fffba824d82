import type { EvidenceGap } from '../../evidence/questions/question-records.ts';
import { csvLine } from '../csv-line.ts';

/** A line a gap; the questions that could be kept stand in one cell. */
export function gapsAsCsv(gaps: readonly EvidenceGap[]): string {
  const head = [
    'id',
    'concepts',
    'reason',
    'timesAsked',
    'lastAskedAt',
    'assigneeId',
    'claimId',
    'questions',
  ];
  const rows = gaps.map((gap) => [
    gap.id,
    gap.concepts.join(' '),
    gap.reason,
    String(gap.timesAsked),
    new Date(gap.lastAskedAtMs).toISOString(),
    gap.assigneeId ?? '',
    gap.claimId ?? '',
    gap.questions.join(' | '),
  ]);
  return `${[head, ...rows].map((row) => csvLine(row)).join('\r\n')}\r\n`;
}
