import type { Topic } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import { actionIds } from './action-ids.ts';
import { button, section } from './block.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

/** A sentence, and under it each topic to go on with. */
export function topicChoice(sentence: string, topics: readonly Topic[]): MessageBlock[] {
  return [
    section(sentence),
    ...topics.map((topic) =>
      section(
        `• ${escapeMrkdwn(topic.title)}: \`/imt ${topic.id}\``,
        button('Open', actionIds.topic, topic.id, `Open ${topic.title}`),
      ),
    ),
  ];
}
