import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { MessageBlock } from '../command.ts';
import type { TopicSummary } from '../evidence/summarise-topic.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, context, contexts, divider, header, section, sections } from './block.ts';
import { claimMark, claimSection, emptyPage, type PageMemory } from './claim-lines.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { figureText } from './figure-text.ts';
import { type Item, paginate } from './paginate.ts';
import { warningLine } from './warning-line.ts';
import { evidenceFooter, notReviewed, versionText } from './words.ts';

interface SummaryItem extends Item {
  blocks(memory: PageMemory): MessageBlock[];
}

/** The first page is what a phone shows without much scrolling; the others may be longer. */
const charactersOnPage = (page: number) => (page === 1 ? 1500 : 2600);

/** All pages of a topic's summary, each complete in itself: statements, warnings, sources, what to press next. */
export function topicSummaryPages(summary: TopicSummary, knowledge: KnowledgeBase): MessageBlock[][] {
  const items = [...openingItems(summary, knowledge), ...claimItems(summary, knowledge)];
  const pages = paginate(items, charactersOnPage);
  return pages.map((page, index) => {
    const memory = emptyPage();
    const groupBefore = pages[index - 1]?.at(-1)?.group ?? null;
    const body = page.flatMap((item, position) => {
      const before = position === 0 ? groupBefore : (page[position - 1]?.group ?? null);
      return [...headingBlocks(item.group, before, position), ...item.blocks(memory)];
    });
    return [
      header(`${summary.topic.title}${index === 0 ? '' : ` (${index + 1} of ${pages.length})`}`),
      context(standing(summary, knowledge)),
      ...body,
      divider,
      ...contexts(memory.notes.lines().join('\n')),
      actions(...pageButtons(summary, index, pages.length)),
      context(evidenceFooter),
    ];
  });
}

function standing({ claimCount, groups, topic }: TopicSummary, knowledge: KnowledgeBase): string {
  const claims = groups.flatMap((group) => group.claims);
  const reviewed = claims.filter(({ review }) => review.status === 'reviewed').length;
  const review =
    reviewed === 0
      ? `_extracted from publications, ${notReviewed} yet_`
      : `${reviewed} of ${claimCount} reviewed by a clinician`;
  const schedules = topic.hasSchedules ? `, ${knowledge.cases.size} published schedules` : '';
  return `${claimCount} statements${schedules} · ${versionText(knowledge)} · ${review}`;
}

function openingItems({ keyFigures, conflicts }: TopicSummary, knowledge: KnowledgeBase): SummaryItem[] {
  const figures: SummaryItem[] =
    keyFigures.length === 0
      ? []
      : [
          {
            group: null,
            characters:
              60 * keyFigures.length +
              keyFigures.reduce((sum, { warning }) => sum + (warning?.length ?? 0), 0),
            blocks: (memory) => {
              const lines = keyFigures.flatMap(({ claim, figure, warning }) => [
                `• *${escapeMrkdwn(figureText(figure))}* ${escapeMrkdwn(figure.name)} ${claimMark(claim, knowledge, memory)}`,
                ...(warning === null ? [] : [warningLine(warning)]),
              ]);
              return sections(['*Key figures*', ...lines].join('\n'));
            },
          },
        ];
  const disagreements = conflicts.map(
    (conflict): SummaryItem => ({
      group: null,
      characters: conflict.title.length + 30,
      blocks: ({ disputed }) => {
        disputed.add(conflict.id);
        return [
          section(
            `⚖ *Statements disagree:* ${escapeMrkdwn(conflict.title)}`,
            button('Both sides', actionIds.conflict, conflict.id, `See both sides: ${conflict.title}`),
          ),
        ];
      },
    }),
  );
  return [...figures, ...disagreements];
}

function claimItems({ groups }: TopicSummary, knowledge: KnowledgeBase): SummaryItem[] {
  return groups.flatMap(({ heading, claims }) =>
    claims.map((claim) => {
      const alone = claimSection(claim, knowledge, emptyPage());
      return {
        group: heading,
        characters: alone.text?.text.length ?? 0,
        blocks: (memory: PageMemory) => [claimSection(claim, knowledge, memory)],
      };
    }),
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
