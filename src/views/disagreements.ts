import type { ModalView, SectionBlock } from '@slack/types';
import type { Conflict, Topic } from '../../knowledge/schema.ts';
import { actionIds } from './action-ids.ts';
import { button, context, section } from './block.ts';
import { dialog } from './dialog.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { topicAndShown } from './topic-button.ts';
import { evidenceFooter } from './words.ts';

/** More than these would push everything else off a phone's screen, each with a button of its own. */
const mostWithOwnButton = 2;

interface DisagreementRow {
  block: SectionBlock;
  /** Ids of the disagreements that it names. */
  names: readonly string[];
}

/** What statements of a topic disagree about: a row each, or one list with one button. */
export function disagreementRows(
  conflicts: readonly Conflict[],
  topic: Pick<Topic, 'id' | 'title'>,
): DisagreementRow[] {
  if (conflicts.length <= mostWithOwnButton)
    return conflicts.map((conflict) => ({
      block: disagreement('⚖ *Statements disagree:*', conflict),
      names: [conflict.id],
    }));
  const names = conflicts.map(({ id }) => id);
  const titles = conflicts.map(({ title }) => `• ${escapeMrkdwn(title)}`);
  const block = section(
    [`⚖ *Statements disagree* on ${conflicts.length} questions`, ...titles].join('\n'),
    button(
      'Both sides…',
      actionIds.conflicts,
      topicAndShown(topic.id, names),
      `See both sides of each: ${topic.title}`,
    ),
  );
  return [{ block, names }];
}

/** Each disagreement of a topic with the button that opens its sides. */
export function disagreementsDialog(
  conflicts: readonly Conflict[],
  { title }: Pick<Topic, 'title'>,
): ModalView {
  return dialog('Statements disagree', [
    context(escapeMrkdwn(title)),
    ...conflicts.map((conflict) => disagreement('⚖', conflict)),
    context(evidenceFooter),
  ]);
}

function disagreement(opening: string, { id, title }: Conflict): SectionBlock {
  const both = button('Both sides', actionIds.conflict, id, `See both sides: ${title}`);
  return section(`${opening} ${escapeMrkdwn(title)}`, both);
}
