import type { KnowledgeBase, PublishedCase } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, header, sections, shortened } from './block.ts';
import { caseTable } from './case-table.ts';
import { caseWarnings } from './case-warnings.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { sourceLink } from './source-line.ts';
import { evidenceFooter, reviewedShare, versionText } from './words.ts';

/** The published radiotherapy schedules as a table, and under it what is wrong with each row. */
export function schedulesTable(knowledge: KnowledgeBase): MessageBlock[] {
  const cases = [...knowledge.cases.values()];
  const warned = cases.map((one) => ({ one, warnings: caseWarnings(one, knowledge) }));
  const table = caseTable('IMT treated with radiotherapy, as published', warned);
  const warningLines = sharedWarnings(warned);
  const sources = [...new Set(cases.map(({ sourceId }) => sourceId))].flatMap(
    (id) => knowledge.sources.get(id) ?? [],
  );
  return [
    header('Published radiotherapy schedules'),
    context(
      `${cases.length} rows · from ${sources.map(sourceLink).join(', ')} · ${versionText(knowledge)} · ${reviewedShare(cases)}`,
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

/** Each warning once, under the rows that it concerns: first what several rows share, then row by row. */
function sharedWarnings(warned: readonly { one: PublishedCase; warnings: string[] }[]): string[] {
  const rows = warned.map(({ one }) => one.label);
  const concerned = new Map<string, string[]>();
  for (const { one, warnings } of warned) {
    for (const warning of warnings) concerned.set(warning, [...(concerned.get(warning) ?? []), one.label]);
  }
  const byRows = new Map<string, string[]>();
  const shared = [...concerned].sort(([, some], [, others]) => others.length - some.length);
  for (const [warning, labels] of shared) {
    const whose = rowsText(labels, rows);
    byRows.set(whose, [...(byRows.get(whose) ?? []), escapeMrkdwn(warning)]);
  }
  return [...byRows].flatMap(([whose, texts]) => {
    const heading = `⚠ *${escapeMrkdwn(whose)}:*`;
    return texts.length === 1 ? [`${heading} ${texts}`] : [heading, ...texts.map((text) => `• ${text}`)];
  });
}

/** The labels, or the few that are not among them. */
function rowsText(labels: readonly string[], all: readonly string[]): string {
  if (labels.length === 1 || labels.length * 2 <= all.length) return labels.join(', ');
  const others = all.filter((label) => !labels.includes(label));
  return others.length === 0 ? 'All rows' : `All rows but ${others.join(', ')}`;
}
