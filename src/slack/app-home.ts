import type { HomeView, KnownBlock } from '@slack/types';
import type { Command } from '../command.ts';
import { sections } from '../views/block.ts';
import { firstExampleLines } from '../views/example-lines.ts';

const opening =
  'Curated evidence on inflammatory myofibroblastic tumor (IMT) for sarcoma tumour boards. Every statement names its source.';
const privacy =
  'Answers are private: only you see them until you share them. Do not write names, dates of birth or record numbers.';
const limits = 'Evidence for professionals, not advice. Not for urgent decisions.';

/** What a person has to see to, and what the app can do, as they find it under the app's name. */
export function appHome(commands: readonly Command[], own: readonly KnownBlock[] = []): HomeView {
  return {
    type: 'home',
    blocks: [
      ...own,
      ...(own.length > 0 ? [{ type: 'divider' } as const] : []),
      { type: 'header', text: { type: 'plain_text', text: 'IMT Board' } },
      mrkdwn(opening),
      { type: 'divider' },
      ...commands.flatMap(commandBlocks),
      { type: 'divider' },
      mrkdwn(privacy),
      { type: 'context', elements: [{ type: 'mrkdwn', text: limits }] },
    ],
  };
}

function commandBlocks({ name, description, usageHint, examples }: Command): KnownBlock[] {
  const lines = firstExampleLines({ name, examples });
  return sections([`*${`${name} ${usageHint}`.trim()}*`, description, ...lines].join('\n'));
}

function mrkdwn(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
