import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { Command, MessageBlock } from '../command.ts';
import { actionIds } from './action-ids.ts';
import { actions, context, header, sections, shortened } from './block.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { firstExampleLines } from './example-lines.ts';
import { evidenceFooter } from './words.ts';

/** Topics to read and commands to write, each with an example. */
export function help(knowledge: KnowledgeBase, commands: readonly Command[]): MessageBlock[] {
  const counted = knowledge.topics.map((topic) => ({
    topic,
    count: [...knowledge.claims.values()].filter((claim) => claim.topic === topic.id).length,
  }));
  const topics = counted.map(
    ({ topic, count }) => `• \`/imt ${topic.id}\` ${escapeMrkdwn(topic.title)} (${count})`,
  );
  const examples = commands.flatMap(firstExampleLines);
  return [
    header('IMT Board'),
    ...sections(['*Topics* and how many statements each holds', ...topics].join('\n')),
    actions({
      type: 'static_select',
      action_id: actionIds.topic,
      placeholder: { type: 'plain_text', text: 'Open a topic…' },
      options: counted.map(({ topic }) => ({
        text: { type: 'plain_text', text: shortened(topic.title, 75) },
        value: topic.id,
      })),
    }),
    ...sections(['*Commands*', ...examples].join('\n')),
    context(
      `Knowledge base ${knowledge.version.date} (${knowledge.version.hash}), ${knowledge.sources.size} publications. Answers are private until you share them. Write no patient identifiers.`,
      evidenceFooter,
    ),
  ];
}
