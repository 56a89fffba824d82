import type { MessageBlock, Origin } from '../command.ts';
import { actionIds } from './action-ids.ts';
import { context } from './block.ts';

const shareIds: ReadonlySet<string> = new Set([
  actionIds.shareTopic,
  actionIds.shareTable,
  actionIds.shareCases,
  actionIds.shareComparison,
]);

/** What the asker saw, for the whole conversation: with their name, and without the button to share it again. */
export function sharedBy(
  { userId }: Pick<Origin, 'userId'>,
  blocks: readonly MessageBlock[],
): MessageBlock[] {
  const kept = blocks.map((block) => {
    if (block.type !== 'actions' || !('elements' in block)) return block;
    const elements = block.elements.filter(
      (element) => !('action_id' in element && shareIds.has(element.action_id ?? '')),
    );
    return { ...block, elements };
  });
  return [
    ...kept.filter(
      (block) => block.type !== 'actions' || !('elements' in block) || block.elements.length > 0,
    ),
    context(`Shared by <@${userId}>`),
  ] as MessageBlock[];
}
