import type { KnowledgeBase, LedgerEntry, LoadedClaim } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import { calendarDay } from '../../dates/calendar-day.ts';
import { findUnpublished } from '../../evidence/changes/find-unpublished.ts';
import { type Change, listChanges, type SourceChanges } from '../../evidence/changes/list-changes.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, header, section } from '../block.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { type Item, paginate } from '../paginate.ts';
import { evidenceFooter, versionText } from '../words.ts';

interface ChangeItem extends Item {
  /** The day of it. */
  group: string;
  label: string;
  block: MessageBlock;
}

const charactersOnPage = 1500;
/** A line with a button is as high as about so many characters on a phone. */
const least = 90;

/** All pages of what changed from a day on, by day, the newest first, and by publication. */
export function changeListPages(sinceOn: string, knowledge: KnowledgeBase): MessageBlock[][] {
  const listed = listChanges(sinceOn, knowledge);
  const items = listed.flatMap((one) => itemsOf(one, knowledge));
  const pages = paginate(items.sort(byDayAndLabel), () => charactersOnPage);
  return pages.map((page, index) => [
    header(`What changed${index === 0 ? '' : `, page ${index + 1} of ${pages.length}`}`),
    context(`Since ${calendarDay(sinceOn)} · ${versionText(knowledge)}`),
    ...(index === 0 ? [section(countsText(listed)), ...unpublishedNote(knowledge)] : []),
    ...page.flatMap(({ group, block }, at) =>
      group === page[at - 1]?.group ? [block] : [section(`*${calendarDay(group)}*`), block],
    ),
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
    return { on: change.entry.on, text: changeText(label, change), ...(source ? { source } : {}) };
  });
  const sums = added.map(({ on, claims }) => ({
    on,
    text: `*${label}* · ${claims.length === 1 ? 'one statement' : `${claims.length} statements`} added`,
    source: button('Show', actionIds.addedStatements, `${sourceId} ${on}`, `Show what was added of ${label}`),
  }));
  return [...lines, ...sums].map(({ on, text, source }) => ({
    group: on,
    label: label.toLowerCase(),
    characters: Math.max(text.length, least),
    block: section(text, source),
  }));
}

/** What is of one day and one publication stays as it is. */
function byDayAndLabel(one: ChangeItem, other: ChangeItem): number {
  if (one.group !== other.group) return one.group < other.group ? 1 : -1;
  return one.label === other.label ? 0 : one.label < other.label ? -1 : 1;
}

function changeText(label: string, { id, entry, claim }: Change): string {
  const because = 'because' in entry ? `\n_${escapeMrkdwn(entry.because)}_` : '';
  const said = claim && isInWordsOf(claim, id, entry) ? escapeMrkdwn(claim.statement) : `\`${id}\``;
  const again = entry.did === 'changed' && claim?.id === id && claim.contentHash !== entry.content;
  const now = entry.did === 'replaced' ? ', now' : again ? ', and once more since' : '';
  return `*${label}* · ${doneText[entry.did]}${now}: ${said}${because}`;
}

/** What a statement said before its last change is not kept: under an older reason its words of today would mislead. */
function isInWordsOf(claim: LoadedClaim, id: string, entry: LedgerEntry): boolean {
  if (entry.did === 'replaced') return true;
  return claim.id === id && (entry.did !== 'changed' || entry.content === claim.contentHash);
}
