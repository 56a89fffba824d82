import type { DataTableBlock } from '@slack/types';
import type { KnowledgeBase, PublishedCase, Sourced } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { warningsOfCase } from '../evidence/warnings.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, header, sections, shortened } from './block.ts';
import { ageText, dosesText, outcomesText, recurrencesText, sexText, treatmentText } from './case-text.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sourceLink } from './source-line.ts';
import { evidenceFooter, notReviewed, versionText } from './words.ts';

const columns: readonly { heading: string; cell(one: Sourced<PublishedCase>): string }[] = [
  { heading: 'Published case', cell: ({ label }) => label },
  { heading: 'n', cell: ({ n }) => String(n) },
  { heading: 'Age (years)', cell: ageText },
  { heading: 'Sex', cell: sexText },
  { heading: 'Site', cell: ({ site }) => site },
  { heading: 'Treatment', cell: treatmentText },
  { heading: 'Dose and fractions', cell: dosesText },
  { heading: 'Outcome', cell: outcomesText },
  { heading: 'Recurred', cell: recurrencesText },
];

/** The published radiotherapy schedules as a table, and under it what is wrong with each row. */
export function schedulesTable(knowledge: KnowledgeBase): MessageBlock[] {
  const cases = [...knowledge.cases.values()];
  const warned = cases.map((one) => ({ one, warnings: warningsOfCase(one, knowledge) }));
  const table: DataTableBlock = {
    type: 'data_table',
    caption: 'IMT treated with radiotherapy, as published',
    page_size: Math.min(Math.max(cases.length, 1), 100),
    row_header_column_index: 0,
    rows: [
      columns.map(({ heading }) => ({ type: 'raw_text', text: heading })),
      ...warned.map(({ one, warnings }) =>
        columns.map(({ cell }, index) => ({
          type: 'raw_text' as const,
          text: `${cell(one)}${index === 0 && warnings.length > 0 ? ' ⚠' : ''}`,
        })),
      ),
    ],
  };
  const warningLines = sharedWarnings(warned);
  const sources = [...new Set(cases.map(({ sourceId }) => sourceId))].flatMap(
    (id) => knowledge.sources.get(id) ?? [],
  );
  return [
    header('Published radiotherapy schedules'),
    context(
      `${cases.length} rows · from ${sources.map(sourceLink).join(', ')} · ${versionText(knowledge)} · _${notReviewed} yet_`,
    ),
    table,
    ...sections(warningLines.join('\n')),
    actions(
      {
        type: 'static_select',
        action_id: actionIds.publishedCase,
        placeholder: { type: 'plain_text', text: 'Show a source…' },
        options: cases.map((one) => ({
          text: { type: 'plain_text', text: shortened(`${one.label}, ${one.site}`, 75) },
          value: one.id,
        })),
      },
      button('Share in channel', actionIds.shareTable, 'table'),
    ),
    context(evidenceFooter),
  ];
}

/** Each warning once, with the rows that it concerns. */
function sharedWarnings(warned: readonly { one: PublishedCase; warnings: string[] }[]): string[] {
  const labels = new Map<string, string[]>();
  for (const { one, warnings } of warned) {
    for (const warning of warnings) labels.set(warning, [...(labels.get(warning) ?? []), one.label]);
  }
  return [...labels].map(([warning, rows]) => {
    const whose = rows.length === warned.length && rows.length > 1 ? 'All rows' : rows.join(', ');
    return `⚠ *${escapeMrkdwn(whose)}:* ${escapeMrkdwn(warning)}`;
  });
}
