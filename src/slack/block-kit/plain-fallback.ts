import type { MessageBlock } from '../../command.ts';
import { wrapLines } from '../../views/wrap-lines.ts';
import { blockText, type TextPart } from './block-text.ts';
import { checkRule, isObject } from './check-rule.ts';
import { typed } from './rule.ts';

const longestSection = 3000;
const mostBlocks = 50;
const fence = '```';

/** What stays a control: it is right by itself and every Slack renders it. */
const control = typed('block', 'actions', 'input');

type Part = TextPart | { face: 'control'; block: MessageBlock };

/**
 * The same content in blocks that every Slack renders: sections of mrkdwn, and the controls that are right by
 * themselves. No text is lost. Controls that no longer fit into 50 blocks leave their labels behind.
 */
export function plainBlocks(blocks: readonly unknown[]): MessageBlock[] {
  const parts = blocks.flatMap(plainParts);
  const inOrder = asBlocks(parts);
  if (inOrder.length <= mostBlocks) return inOrder;
  const controls = parts.filter((part) => part.face === 'control');
  const texts = asBlocks(parts.filter((part) => part.face !== 'control'));
  for (let kept = controls.length; ; kept -= 1) {
    const labels = asBlocks(controls.slice(kept).flatMap(({ block }) => labelsOf(block)));
    const all = [...texts, ...labels, ...asBlocks(controls.slice(0, kept))];
    if (all.length <= mostBlocks || kept === 0) return all;
  }
}

/** All the text of the blocks as one string of mrkdwn. */
export function plainText(blocks: readonly unknown[]): string {
  return blocks
    .flatMap(plainParts)
    .flatMap((part) => (part.face === 'control' ? [] : sectionTexts(part, Number.MAX_SAFE_INTEGER)))
    .join('\n');
}

function plainParts(block: unknown): Part[] {
  if (!isObject(block)) return [];
  if (checkRule(control, block, '', 'message').length === 0)
    return [{ face: 'control', block: block as unknown as MessageBlock }];
  const beside = block.type === 'section' ? { type: 'actions', elements: [block.accessory] } : null;
  if (beside === null || checkRule(control, beside, '', 'message').length > 0) return blockText(block);
  const { accessory: _, ...others } = block;
  return [...blockText(others), { face: 'control', block: beside as MessageBlock }];
}

function labelsOf(block: MessageBlock): TextPart[] {
  // Under another type the labels are text like any other.
  return blockText({ ...block, type: 'labels' });
}

/** Neighbours in one face share a section as far as it goes. */
function asBlocks(parts: readonly Part[]): MessageBlock[] {
  const made: MessageBlock[] = [];
  let lines: string[] = [];
  const close = () => {
    made.push(...wrapLines(lines, longestSection).map(section));
    lines = [];
  };
  for (const part of parts) {
    if (part.face === 'mrkdwn') {
      lines.push(...(lines.length > 0 ? [''] : []), ...part.lines);
      continue;
    }
    close();
    if (part.face === 'control') made.push(part.block);
    else made.push(...sectionTexts(part, longestSection).map(section));
  }
  close();
  return made;
}

function sectionTexts({ face, lines }: TextPart, longest: number): string[] {
  if (face === 'mrkdwn') return wrapLines(lines, longest);
  const room = longest - 2 * (fence.length + 1);
  return wrapLines(lines.map(withoutFence), room).map((text) => `${fence}\n${text}\n${fence}`);
}

/** Backticks in a cell would end the monospaced text. */
const withoutFence = (line: string) => line.replace(/`{3,}/g, (ticks) => [...ticks].join('\u200b'));

const section = (text: string): MessageBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });
