import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import type { TopicSummary } from '../evidence/summarise-topic.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, contexts, divider, header, section, sections } from './block.ts';
import { claimMark, claimSection, emptyPage, type PageMemory } from './claim-lines.ts';
import { disagreementRows } from './disagreements.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { figureText } from './figure-text.ts';
import { phoneHeight } from './phone-height.ts';
import { topicAndShown } from './topic-button.ts';
import { warningLine } from './warning-line.ts';
import { evidenceFooter, notReviewed, versionText } from './words.ts';

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
  const pages = pagesOf(items);
  return pages.map((page, index) => [
    header(`${summary.topic.title}${index === 0 ? '' : ` (${index + 1} of ${pages.length})`}`),
    context(standing(summary, knowledge)),
    ...bodyOf(page, pages[index - 1]?.at(-1)),
    actions(...pageButtons(summary, index, pages.length)),
    context(evidenceFooter),
  ]);
}

/** No item is dropped or divided; one that is higher than a page has one for itself. */
function pagesOf(items: readonly SummaryItem[]): SummaryItem[][] {
  const pages: SummaryItem[][] = [[]];
  for (const item of items) {
    const page = pages.at(-1) ?? [];
    // With its footnotes, of which a second statement from the same place needs none.
    const height = phoneHeight(bodyOf([...page, item], pages.at(-2)?.at(-1)));
    if (page.length > 0 && height > heightOfPage(pages.length - 1)) pages.push([item]);
    else page.push(item);
  }
  return pages;
}

/** What of a page its items say; `before` is the last one of the page before. */
function bodyOf(page: readonly SummaryItem[], before: SummaryItem | undefined): MessageBlock[] {
  const memory = emptyPage();
  const body = page.flatMap((item, position) => {
    const groupBefore = (position === 0 ? before : page[position - 1])?.group ?? null;
    return [...headingBlocks(item.group, groupBefore, position), ...item.blocks(memory)];
  });
  return [...body, divider, ...contexts(memory.notes.lines().join('\n'))];
}

function standing({ claimCount, groups, topic }: TopicSummary, knowledge: KnowledgeBase): string {
  const claims = groups.flatMap((group) => group.claims);
  const reviewed = claims.filter(({ review }) => review.status === 'reviewed').length;
  const review =
    reviewed === 0
      ? `_extracted from publications, ${notReviewed} yet_`
      : `${reviewed} of ${claimCount} reviewed by a clinician`;
  const schedules = topic.hasSchedules ? `, ${knowledge.cases.size} published schedules` : '';
  return `${claimCount} ${claimCount === 1 ? 'statement' : 'statements'}${schedules} · ${versionText(knowledge)} · ${review}`;
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

function headingBlocks(group: string | null, before: string | null, position: number): MessageBlock[] {
  if (group === null || (group === before && position > 0)) return [];
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
