import type { DataTableBlock } from '@slack/types';
import type { KnowledgeBase, PublishedCase, Sourced } from '../../../knowledge/schema.ts';
import type { SimilarCases } from '../../evidence/cases/find-similar-cases.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import {
  ageText,
  dosesText,
  outcomesText,
  recurrencesText,
  resectionText,
  sexText,
  treatmentText,
} from '../case-text.ts';
import { caseWarnings } from '../case-warnings.ts';

interface Row {
  one: Sourced<PublishedCase>;
  matches: string;
}

/** Treatment, dose and outcome of published cases side by side; a series is one row, with its own counts. */
export function similarCaseTable({ cases, series }: SimilarCases, knowledge: KnowledgeBase): DataTableBlock {
  const rows: Row[] = [
    ...cases.map(({ one, likeness: { matches, parts } }) => ({
      one,
      matches: `${matches} of ${parts.length}`,
    })),
    ...series.map((one) => ({ one, matches: 'series, not compared' })),
  ];
  const columns: readonly { heading: string; cell(row: Row): string }[] = [
    {
      heading: 'Published',
      cell: ({ one }) => `${one.label}${caseWarnings(one, knowledge).length > 0 ? ' ⚠' : ''}`,
    },
    { heading: 'Matches', cell: ({ matches }) => matches },
    { heading: 'Treatment', cell: ({ one }) => treatmentText(one) },
    { heading: 'Dose and fractions', cell: ({ one }) => dosesText(one) },
    { heading: 'Outcome', cell: ({ one }) => outcomesText(one) },
    { heading: 'Recurred', cell: ({ one }) => recurrencesText(one) },
    { heading: 'n', cell: ({ one }) => String(one.n) },
    { heading: 'Age (years)', cell: ({ one }) => ageText(one) },
    { heading: 'Sex', cell: ({ one }) => sexText(one) },
    { heading: 'Site', cell: ({ one }) => one.site },
    { heading: 'ALK', cell: ({ one }) => one.alk.status },
    { heading: 'Resection', cell: ({ one }) => resectionText(one) ?? one.resection.extent },
    { heading: 'Source', cell: ({ one }) => `${sourceOf(one, knowledge).label}, ${one.locator}` },
  ];
  return {
    type: 'data_table',
    caption: 'Published cases, closest first, then series',
    page_size: rows.length,
    row_header_column_index: 0,
    rows: [
      columns.map(({ heading }) => ({ type: 'raw_text', text: heading })),
      ...rows.map((row) => columns.map(({ cell }) => ({ type: 'raw_text' as const, text: cell(row) }))),
    ],
  };
}
