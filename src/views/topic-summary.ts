import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import type { TopicSummary } from '../evidence/summarise-topic.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, divider, header, section, sections } from './block.ts';
import {
  claimMark,
  claimSection,
  copyOfPage,
  emptyPage,
  noteBlocks,
  type PageMemory,
} from './claim-lines.ts';
import { disagreementRows } from './disagreements.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { figureText } from './figure-text.ts';
import { phoneHeight } from './phone-height.ts';
import { topicAndShown } from './topic-button.ts';
import { warningLine } from './warning-line.ts';
import { evidenceFooter, reviewedShare, versionText } from './words.ts';

/** Something that must stay together on one page. */
interface SummaryItem {
  /** Items of one group stand under one heading, which is repeated where a page breaks the group. */
  group: string | null;
  blocks(memory: PageMemory): MessageBlock[];
}

/** Pixels: the first page is what a phone shows without much scrolling; the others may be longer. */
const heightOfPage = (index: number) => (index === 0 ? 890 : 1900);

/** All pages of a topic's summary, each complete in itself: statements, warnings, sources, what to press next. */
export function topicSummaryPages(summary: TopicSummary, knowledge: KnowledgeBase): MessageBlock[][] {
  const items = [...openingItems(summary, knowledge), ...claimItems(summary, knowledge)];
  const bodies = bodiesOf(items, isUnreviewed(summary));
  return bodies.map((body, index) => [
    header(`${summary.topic.title}${index === 0 ? '' : `, page ${index + 1} of ${bodies.length}`}`),
    context(standing(summary, knowledge)),
    ...body,
    actions(...pageButtons(summary, index, bodies.length)),
    context(evidenceFooter),
  ]);
}

/** What of a page its items say. */
interface Body {
  blocks: readonly MessageBlock[];
  height: number;
  memory: PageMemory;
  /** The group of the last item, here or on the page before. */
  group: string | null;
}

/** No item is dropped or divided; one that is higher than a page has one for itself. */
function bodiesOf(items: readonly SummaryItem[], isReviewSaid: boolean): MessageBlock[][] {
  const pages: MessageBlock[][] = [];
  let body = emptyBody(null, isReviewSaid);
  for (const item of items) {
    const longer = withItem(body, item);
    // With its footnotes, of which a second statement from the same place needs none.
    const height = longer.height + phoneHeight(footOf(longer));
    if (body.blocks.length > 0 && height > heightOfPage(pages.length)) {
      pages.push([...body.blocks, ...footOf(body)]);
      body = withItem(emptyBody(body.group, isReviewSaid), item);
    } else body = longer;
  }
  return [...pages, [...body.blocks, ...footOf(body)]];
}

function emptyBody(group: string | null, isReviewSaid: boolean): Body {
  return { blocks: [], height: 0, memory: emptyPage(isReviewSaid), group };
}

function withItem(body: Body, item: SummaryItem): Body {
  const memory = copyOfPage(body.memory);
  const added = [...headingBlocks(item.group, body), ...item.blocks(memory)];
  return {
    blocks: [...body.blocks, ...added],
    height: body.height + phoneHeight(added),
    memory,
    group: item.group,
  };
}

function footOf({ memory }: Body): MessageBlock[] {
  return [divider, ...noteBlocks(memory)];
}

function standing({ claimCount, groups, topic }: TopicSummary, knowledge: KnowledgeBase): string {
  const review = reviewedShare(groups.flatMap((group) => group.claims));
  const count = knowledge.cases.size;
  const schedules = topic.hasSchedules
    ? `, ${count} published ${count === 1 ? 'schedule' : 'schedules'}`
    : '';
  return `${claimCount} ${claimCount === 1 ? 'statement' : 'statements'}${schedules} · ${versionText(knowledge)} · ${review}`;
}

/** Whether the same is true of all that is shown: then it stands above, and not in each footnote. A key figure may be of another topic. */
function isUnreviewed({ groups, keyFigures }: TopicSummary): boolean {
  const claims = [...groups.flatMap((group) => group.claims), ...keyFigures.map(({ claim }) => claim)];
  return claims.every(({ review }) => review.status === 'extracted');
}

function openingItems(
  { topic, keyFigures, conflicts }: TopicSummary,
  knowledge: KnowledgeBase,
): SummaryItem[] {
  const figures: SummaryItem[] =
    keyFigures.length === 0
      ? []
      : [
          {
            group: null,
            blocks: (memory) => {
              const lines = keyFigures.flatMap(({ claim, figure, warning }) => [
                `• *${escapeMrkdwn(figureText(figure))}* ${escapeMrkdwn(figure.name)} ${claimMark(claim, knowledge, memory)}`,
                ...(warning === null ? [] : [warningLine(warning)]),
              ]);
              const [first, ...rest] = sections(['*Key figures*', ...lines].join('\n'));
              const named = topicAndShown(
                topic.id,
                keyFigures.map(({ claim }) => claim.id),
              );
              const open = button('Sources', actionIds.keyFigures, named, `Sources of the key figures`);
              return [{ ...first, accessory: open } as MessageBlock, ...rest];
            },
          },
        ];
  const disputes = disagreementRows(conflicts, topic).map(
    ({ block, names }): SummaryItem => ({
      group: null,
      blocks: ({ disputed }) => {
        for (const id of names) disputed.add(id);
        return [block];
      },
    }),
  );
  return [...figures, ...disputes];
}

function claimItems({ groups }: TopicSummary, knowledge: KnowledgeBase): SummaryItem[] {
  return groups.flatMap(({ heading, claims }) =>
    claims.map((claim) => ({
      group: heading,
      blocks: (memory: PageMemory) => [claimSection(claim, knowledge, memory)],
    })),
  );
}

function headingBlocks(group: string | null, { blocks, group: before }: Body): MessageBlock[] {
  if (group === null || (group === before && blocks.length > 0)) return [];
  return [section(`*${escapeMrkdwn(group)}*${group === before ? ' (continued)' : ''}`)];
}

function pageButtons({ topic }: TopicSummary, index: number, pageCount: number) {
  const next = index + 2;
  return [
    ...(next <= pageCount
      ? [button(`More (${next} of ${pageCount})`, actionIds.more, `${topic.id} ${next}`)]
      : []),
    ...(topic.hasSchedules
      ? [button('Table', actionIds.table, 'table', 'Show the table of published schedules')]
      : []),
    button('Share in channel', actionIds.shareTopic, `${topic.id} ${index + 1}`),
  ];
}
