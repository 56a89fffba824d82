import type { KnownBlock, ModalView } from '@slack/types';
import { shortened } from './block.ts';

/** A dialog that only shows: a title and blocks, closed with "Close". */
export function dialog(title: string, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shortened(title, 24) },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  };
}
