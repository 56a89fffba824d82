import { renderMessageHtml } from '../../../src/sandbox/render/render-message.ts';

/** Whose names no page may take for markup. */
const context = {
  users: new Map([['U1', 'Ada <b>']]),
  channels: new Map([['C1', 'sarcoma-board']]),
  timeZone: 'Europe/Berlin',
};

/** Blocks as the local page shows them. */
export const html = (...blocks: unknown[]) => renderMessageHtml(blocks, context);
