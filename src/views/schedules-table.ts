import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, header, sections, shortened } from './block.ts';
import { caseTable } from './case-table.ts';
import { caseWarnings } from './case-warnings.ts';
import { sharedWarnings } from './shared-warnings.ts';
import { sourceLink } from './source-line.ts';
import { evidenceFooter, reviewedShare, versionText } from './words.ts';

/** The published radiotherapy schedules as a table, and under it what is wrong with each row. */
export function schedulesTable(knowledge: KnowledgeBase): MessageBlock[] {
  const cases = [...knowledge.cases.values()];
  const warned = cases.map((one) => ({ one, warnings: caseWarnings(one, knowledge) }));
  const table = caseTable('IMT treated with radiotherapy, as published', warned);
  const warningLines = sharedWarnings(warned.map(({ one: { label }, warnings }) => ({ label, warnings })));
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
