import type { Action, MessageReply, Services } from '../../src/command.ts';
import { summariseTopic } from '../../src/evidence/summarise-topic.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { topicSummaryPages } from '../../src/views/topic-summary.ts';
import { privately } from '../privately.ts';
import { shared } from '../shared.ts';
import { known } from './known.ts';

/** One page of what the base holds on a topic; `page` counts from 1. */
export function summaryPage(
  topicId: string,
  page: number,
  { knowledge }: Pick<Services, 'knowledge'>,
): MessageReply {
  const topic = known(
    knowledge.topics.find(({ id }) => id === topicId),
    'topic',
  );
  const pages = topicSummaryPages(summariseTopic(topic, knowledge), knowledge);
  const blocks = known(pages[page - 1], 'page');
  return privately(`Evidence summary: ${topic.title}`, blocks);
}

export const summaryActions: readonly Action[] = [
  { id: actionIds.topic, run: async ({ value }, services) => summaryPage(value, 1, services) },
  { id: actionIds.more, run: async ({ value }, services) => summaryPage(...pageOf(value), services) },
  {
    id: actionIds.shareTopic,
    run: async (request, services) => shared(summaryPage(...pageOf(request.value), services), request),
  },
];

/** The value of a page's button: the topic and the page's number. */
function pageOf(value: string): [topicId: string, page: number] {
  const [topicId = '', page = ''] = value.split(' ');
  return [topicId, Number(page)];
}
