import type { HomeView, KnownBlock } from '@slack/types';
import type { Command } from '../command.ts';
import { exampleLines } from '../views/example-lines.ts';

const opening =
  'Curated evidence on inflammatory myofibroblastic tumor (IMT) for sarcoma tumour boards. Every statement names its source.';
const privacy =
  'Answers are private: only you see them until you share them. Do not write names, dates of birth or record numbers.';
const limits = 'Evidence for professionals, not advice. Not for urgent decisions.';

/** What the app can do, as the person finds it under the app's name. */
export function appHome(commands: readonly Command[]): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'IMT Board' } },
      mrkdwn(opening),
      { type: 'divider' },
      ...commands.map(commandBlock),
      { type: 'divider' },
      mrkdwn(privacy),
      { type: 'context', elements: [{ type: 'mrkdwn', text: limits }] },
    ],
  };
}

function commandBlock({ name, description, usageHint, examples }: Command): KnownBlock {
  const lines = exampleLines(examples);
  return mrkdwn([`*${`${name} ${usageHint}`.trim()}*`, description, ...lines].join('\n'));
}

function mrkdwn(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
