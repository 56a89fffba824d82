import type { KnownBlock, ModalView } from '@slack/types';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { TopicSummary } from '../evidence/summarise-topic.ts';
import { context } from './block.ts';
import { claimSection, emptyPage, noteBlocks } from './claim-lines.ts';
import { dialog } from './dialog.ts';
import { evidenceFooter } from './words.ts';

/** The statements that the key figures of a topic are taken from, whole, each with the button of its source. */
export function keyFiguresDialog({ keyFigures }: TopicSummary, knowledge: KnowledgeBase): ModalView {
  const page = emptyPage();
  const claims = [...new Set(keyFigures.map(({ claim }) => claim))];
  const statements: KnownBlock[] = claims.map((claim) => claimSection(claim, knowledge, page));
  return dialog('Key figures', [...statements, ...noteBlocks(page), context(evidenceFooter)]);
}
