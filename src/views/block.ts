import type { ActionsBlockElement, Button, ContextBlock, SectionBlock } from '@slack/types';
import type { MessageBlock } from '../command.ts';

/** Slack refuses a longer text in one section. */
const longestSection = 3000;

/** One section, or as many as a long text needs: it is split at line ends, never cut. */
export function sections(text: string): SectionBlock[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n').flatMap(hardWrap)) {
    if (part !== '' && part.length + 1 + line.length > longestSection) {
      parts.push(part);
      part = line;
    } else {
      part = part === '' ? line : `${part}\n${line}`;
    }
  }
  return [...parts, part].filter((one) => one.trim() !== '').map((one) => section(one));
}

export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text }, ...(accessory ? { accessory } : {}) };
}

export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text })) };
}

export function header(text: string): MessageBlock {
  return { type: 'header', text: { type: 'plain_text', text } };
}

export const divider: MessageBlock = { type: 'divider' };

export function actions(...elements: ActionsBlockElement[]): MessageBlock {
  return { type: 'actions', elements };
}

export function button(text: string, actionId: string, value: string, described?: string): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text, emoji: true },
    action_id: actionId,
    value,
    ...(described ? { accessibility_label: shortened(described, 75) } : {}),
  };
}

/** For labels of controls only, never for a statement: cut at a word, with an ellipsis. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}

function hardWrap(line: string): string[] {
  const pieces: string[] = [];
  for (let rest = line; ; ) {
    if (rest.length <= longestSection) return [...pieces, rest];
    const space = rest.lastIndexOf(' ', longestSection);
    const end = space > 0 ? space : longestSection;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
}
