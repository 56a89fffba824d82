import type { MessageBlock } from '../command.ts';
import type { ViewContent } from './slack-shapes.ts';
import { withBlockIds } from './with-block-ids.ts';

/** A view that the app sent, with its blocks named; nothing when it is not one of this type. */
export function viewContent(
  sent: unknown,
  type: ViewContent['type'],
  newId: () => string,
): ViewContent | undefined {
  if (sent === null || typeof sent !== 'object') return undefined;
  const view = sent as ViewContent;
  if (view.type !== type || !Array.isArray(view.blocks)) return undefined;
  if (type === 'modal' && typeof view.title?.text !== 'string') return undefined;
  return { ...view, blocks: withBlockIds(view.blocks as MessageBlock[], newId) };
}
