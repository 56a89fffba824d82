import type { KnowledgeBase, LedgerEntry } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import { findUnpublished } from '../../evidence/changes/find-unpublished.ts';
import { type Change, listChanges, type SourceChanges } from '../../evidence/changes/list-changes.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, header, section } from '../block.ts';
import { calendarDay } from '../calendar-day.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { type Item, paginate } from '../paginate.ts';
import { evidenceFooter, versionText } from '../words.ts';

interface ChangeItem extends Item {
  block: MessageBlock;
}

const charactersOnPage = 1500;
/** A line with a button is as high as about so many characters on a phone. */
const least = 90;

/** All pages of what changed from a day on, by publication, the newest first. */
export function changeListPages(sinceOn: string, knowledge: KnowledgeBase): MessageBlock[][] {
  const listed = listChanges(sinceOn, knowledge);
  const pages = paginate(
    listed.flatMap((one) => itemsOf(one, knowledge)),
    () => charactersOnPage,
  );
  return pages.map((page, index) => [
    header(`What changed${index === 0 ? '' : ` (${index + 1} of ${pages.length})`}`),
    context(`Since ${calendarDay(sinceOn)} · ${versionText(knowledge)}`),
    ...(index === 0 ? [section(countsText(listed)), ...unpublishedNote(knowledge)] : []),
    ...page.map(({ block }) => block),
    ...(index + 1 < pages.length
      ? [
          actions(
            button(
              `More (${index + 2} of ${pages.length})`,
              actionIds.moreChanges,
              `${sinceOn} ${index + 2}`,
            ),
          ),
        ]
      : []),
    context(evidenceFooter),
  ]);
}

const doneText: Record<LedgerEntry['did'], string> = {
  added: 'added',
  changed: 'changed',
  retracted: 'retracted',
  restored: 'no longer retracted',
  replaced: 'replaced',
  withdrawn: 'withdrawn',
};

function countsText(listed: readonly SourceChanges[]): string {
  const added = listed.flatMap((one) => one.added.flatMap(({ claims }) => claims)).length;
  const others = listed.flatMap(({ changes }) => changes);
  const counts = (Object.keys(doneText) as LedgerEntry['did'][])
    .map((did): [string, number] => [
      doneText[did],
      did === 'added' ? added : others.filter(({ entry }) => entry.did === did).length,
    ])
    .filter(([, count]) => count > 0)
    .map(([done, count]) => `${count} ${done}`);
  return counts.length === 0 ? 'Nothing changed since then.' : `*Statements:* ${counts.join(', ')}`;
}

function unpublishedNote(knowledge: KnowledgeBase): MessageBlock[] {
  const count = new Set(Object.values(findUnpublished(knowledge)).flat()).size;
  if (count === 0) return [];
  return [
    context(
      `${count === 1 ? 'One statement differs' : `${count} statements differ`} from this list: a curator has not entered the change yet.`,
    ),
  ];
}

function itemsOf({ sourceId, changes, added }: SourceChanges, knowledge: KnowledgeBase): ChangeItem[] {
  const label = escapeMrkdwn(knowledge.sources.get(sourceId)?.label ?? sourceId);
  const lines = changes.map((change) => {
    const { claim } = change;
    const source =
      claim && button('Source', actionIds.source, claim.id, `Show the source of: ${claim.statement}`);
    return { text: changeText(label, change), ...(source ? { source } : {}) };
  });
  const sums = added.map(({ on, claims }) => ({
    text: `*${label}* · ${calendarDay(on)} · ${claims.length === 1 ? 'one statement' : `${claims.length} statements`} added`,
    source: button('Show', actionIds.addedStatements, `${sourceId} ${on}`, `Show what was added of ${label}`),
  }));
  return [...lines, ...sums].map(({ text, source }) => ({
    group: null,
    characters: Math.max(text.length, least),
    block: section(text, source),
  }));
}

function changeText(label: string, { id, entry, claim }: Change): string {
  const because = 'because' in entry ? `\n_${escapeMrkdwn(entry.because)}_` : '';
  const said = claim === null ? `\`${id}\`` : escapeMrkdwn(claim.statement);
  const what =
    entry.did === 'replaced' ? `${doneText.replaced}, now: ${said}` : `${doneText[entry.did]}: ${said}`;
  return `*${label}* · ${calendarDay(entry.on)} · ${what}${because}`;
}
