import type { ActionsBlockElement, Button, ContextBlock, SectionBlock } from '@slack/types';
import type { MessageBlock } from '../command.ts';
import { wrapLines } from './wrap-lines.ts';

/** Slack refuses a longer text in one text object. */
const longestSection = 3000;

/** One section, or as many as a long text needs: it is split at line ends, never cut. */
export function sections(text: string): SectionBlock[] {
  return wrapLines(text.split('\n'), longestSection).map((part) => section(part));
}

export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text }, ...(accessory ? { accessory } : {}) };
}

export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text })) };
}

/** Small print: one context, or as many as a long text needs. */
export function contexts(text: string): ContextBlock[] {
  return wrapLines(text.split('\n'), longestSection).map((part) => context(part));
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
