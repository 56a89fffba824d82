import type { DataTableBlock } from '@slack/types';
import type { PublishedCase, Sourced } from '../../knowledge/schema.ts';
import { ageText, dosesText, outcomesText, recurrencesText, sexText, treatmentText } from './case-text.ts';

const columns: readonly { heading: string; cell(one: Sourced<PublishedCase>): string }[] = [
  { heading: 'Published case', cell: ({ label }) => label },
  // Beside the name, so that a phone shows it without scrolling sideways.
  { heading: 'Dose and fractions', cell: dosesText },
  { heading: 'Outcome', cell: outcomesText },
  { heading: 'Recurred', cell: recurrencesText },
  { heading: 'Treatment', cell: treatmentText },
  { heading: 'Site', cell: ({ site }) => site },
  { heading: 'n', cell: ({ n }) => String(n) },
  { heading: 'Age (years)', cell: ageText },
  { heading: 'Sex', cell: sexText },
];

/** Published cases side by side; those with warnings are marked, and the warnings stand elsewhere. */
export function caseTable(
  caption: string,
  cases: readonly { one: Sourced<PublishedCase>; warnings: readonly string[] }[],
): DataTableBlock {
  return {
    type: 'data_table',
    caption,
    page_size: Math.min(Math.max(cases.length, 1), 100),
    row_header_column_index: 0,
    rows: [
      columns.map(({ heading }) => ({ type: 'raw_text', text: heading })),
      ...cases.map(({ one, warnings }) =>
        columns.map(({ cell }, index) => ({
          type: 'raw_text' as const,
          text: `${cell(one)}${index === 0 && warnings.length > 0 ? ' ⚠' : ''}`,
        })),
      ),
    ],
  };
}
