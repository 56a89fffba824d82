import type { MessageBlock } from '../command.ts';

/** What a block takes on a screen 390 pixels wide, as the local page draws it. */
const body = { charactersInLine: 45, lineHeight: 22 };
const smallPrint = { charactersInLine: 51, lineHeight: 19 };
const buttonHeight = 34;
const gap = 8;
const buttonsInRow = 390;
const buttonPadding = 34;
const characterWidth = 8;

/** About how many pixels high some blocks are on a phone, so that a page is cut where a thumb would have to scroll. */
export function phoneHeight(blocks: readonly MessageBlock[]): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block) + gap, 0);
}

function blockHeight(block: MessageBlock): number {
  if (block.type === 'divider') return 1;
  if (block.type === 'actions') return actionsHeight(textsIn(block));
  const { charactersInLine, lineHeight } = block.type === 'context' ? smallPrint : body;
  const accessory = 'accessory' in block && block.accessory ? gap + buttonHeight : 0;
  const text = { ...block, accessory: undefined };
  return (
    accessory +
    textsIn(text)
      .flatMap((one) => readable(one).split('\n'))
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInLine)) * lineHeight, 0)
  );
}

/** Buttons go on in another row where the first has no room left. */
function actionsHeight(labels: readonly string[]): number {
  const width = labels.reduce((sum, label) => sum + label.length * characterWidth + buttonPadding, 0);
  return Math.max(1, Math.ceil(width / buttonsInRow)) * (buttonHeight + gap) - gap;
}

/** Every text of a block, from its text object, elements and labels. */
function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (part === null || typeof part !== 'object') return [];
  const { text, elements } = part as { text?: unknown; elements?: unknown };
  return [...(typeof text === 'string' ? [text] : textsIn(text)), ...textsIn(elements)];
}

/** Of a link its label, and no marks of bold and italics. */
function readable(mrkdwn: string): string {
  return mrkdwn.replace(/<[^<>|]*\|([^<>]*)>/g, '$1').replace(/[*_`]|&(?:amp|lt|gt);/g, '');
}
