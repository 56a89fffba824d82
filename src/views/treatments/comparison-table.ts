import type { DataTableBlock } from '@slack/types';
import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import type { ComparedTreatment, Finding } from '../../evidence/treatments/compare-treatments.ts';
import { warningsOfClaim } from '../../evidence/warnings.ts';
import { withStanding } from '../claim-standing.ts';
import { basisText, tumourText } from '../words.ts';
import type { ComparedDisagreements } from './compared-disagreements.ts';
import { notReported, outcomeText } from './outcome-text.ts';
import { capitalised } from './treatment-lines.ts';

/** Findings side by side, of each treatment its rows; one without any is a row that says so. */
export function comparisonTable(
  compared: readonly ComparedTreatment[],
  rowsOf: (findings: readonly Finding[]) => readonly Finding[],
  disagreements: ComparedDisagreements,
  knowledge: KnowledgeBase,
): DataTableBlock {
  const sources = new Set(compared.flatMap(({ findings }) => findings.map(({ claim }) => claim.sourceId)));
  const rows = compared.flatMap(({ treatment, findings }) =>
    findings.length === 0
      ? [[capitalised(treatment.label), 'nothing in this knowledge base', ...Array(7).fill(notReported)]]
      : rowsOf(findings).map((finding) => [
          capitalised(treatment.label),
          ...cells(finding, sources, disagreements, knowledge),
        ]),
  );
  return {
    type: 'data_table',
    caption: 'Treatments side by side, in the order asked',
    page_size: rows.length,
    row_header_column_index: 0,
    rows: [headings, ...rows].map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  };
}

const headings = [
  'Treatment',
  'Response or control',
  'n',
  'Population and finding',
  'Tumour',
  'Study type',
  'Harms, same source',
  'Statements disagree',
  'Source',
];

function cells(
  finding: Finding,
  compared: ReadonlySet<string>,
  disagreements: ComparedDisagreements,
  knowledge: KnowledgeBase,
): string[] {
  const { claim, outcomes, harms } = finding;
  const source = sourceOf(claim, knowledge);
  const disputed = disagreements.markOf(finding);
  const figures = outcomes.map((outcome) => `${outcome.figure.name}: ${outcomeText(outcome)}`);
  const shared = source.overlapsWith
    .filter((id) => compared.has(id))
    .map((id) => knowledge.sources.get(id)?.label ?? id);
  const overlap = shared.length === 0 ? '' : `; perhaps the same patients as in ${shared.join(', ')}`;
  const basis = basisText(claim, 'there');
  return [
    figures.length > 0 ? figures.join('; ') : 'in words only',
    claim.n === null ? notReported : String(claim.n),
    `${withStanding(claim, knowledge)}${warningsOfClaim(claim, knowledge).length > 0 ? ' ⚠' : ''}`,
    tumourText[claim.tumour],
    basis === null ? claim.studyType : `${claim.studyType}, ${basis}`,
    harms.map((harm) => harmText(harm, knowledge)).join(' ') || notReported,
    disputed === null ? 'none listed' : `see ${disputed}`,
    `${source.label}, ${claim.locator}${overlap}`,
  ];
}

function harmText(harm: Finding['harms'][number], knowledge: KnowledgeBase): string {
  const warnings = warningsOfClaim(harm, knowledge).map((warning) => `⚠ ${warning}`);
  return [withStanding(harm, knowledge), ...warnings].join(' ');
}
