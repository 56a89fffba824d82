import type { Button, Overflow, SectionBlock } from '@slack/types';
import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import { calendarDay } from '../../dates/calendar-day.ts';
import { dayOf } from '../../dates/day-of.ts';
import type { OpenFlag } from '../../evidence/curation/curation-records.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, header, section, shortened } from '../block.ts';
import { flagReasonText } from '../claim-standing.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { sourceLink } from '../source-line.ts';
import { versionText } from '../words.ts';

interface FlagQueue {
  flags: readonly OpenFlag[];
  /** Of the curator: who is of another workspace cannot be named there. */
  teamId: string;
  notCarriedOver: number;
  knowledge: KnowledgeBase;
}

type Place = 'home' | 'message' | 'dialog';

/**
 * App Home holds 100 blocks, of which the follow-ups take most; a message 13,000 characters, whatever the longest
 * statements and notes are; a dialog 100 blocks, and few pages, since each one opens above the other.
 */
const shownAtOnce = { home: 3, message: 10, dialog: 60 } as const satisfies Record<Place, number>;
const noteCharacters = 300;
/** Of one person on one statement; the dialogs to decide show all. */
const saidAtOnce = 3;

/** What waits for a curator, the oldest first; of a page that is not there any more the last. */
export function flagQueue(queue: FlagQueue, where: Place, page = 1): MessageBlock[] {
  const { flags, notCarriedOver, knowledge } = queue;
  const most = shownAtOnce[where];
  const pages = Math.max(1, Math.ceil(flags.length / most));
  const at = Math.min(Math.max(page, 1), pages);
  const shown = flags.slice((at - 1) * most, at * most);
  return [
    header('Statements flagged as wrong'),
    context(
      [
        flags.length === 0 ? 'no flag is open' : `${flags.length} open, oldest first`,
        versionText(knowledge),
        ...(notCarriedOver > 0
          ? [`${notCarriedOver} decided here and not in the files yet: \`npm run -s imt -- kb patch\``]
          : []),
      ].join(' · '),
    ),
    ...(at > 1 ? [section(`Page ${at} of ${pages}`, pageButton('Older flags', where, at - 1))] : []),
    ...shown.map((flag) => flagSection(flag, queue)),
    actions(
      ...(at < pages ? [nextButton(where, at, flags.length)] : []),
      button('Approve a statement…', actionIds.approve, 'one'),
      button('Reload the knowledge base', actionIds.reload, 'files'),
    ),
  ];
}

/** From App Home to all of them, or from one page to the next. */
function nextButton(where: Place, page: number, count: number): Button {
  if (where === 'home') return pageButton(`All ${count} flags`, 'dialog', 1);
  const [from, to] = [page * shownAtOnce[where] + 1, (page + 1) * shownAtOnce[where]];
  return pageButton(`Newer flags (${from}–${Math.min(to, count)} of ${count})`, where, page + 1);
}

function pageButton(label: string, where: Place, page: number): Button {
  return button(label, actionIds.flags, `${where} ${page}`);
}

function flagSection(flag: OpenFlag, { knowledge, teamId }: FlagQueue): SectionBlock {
  const claim = knowledge.claims.get(flag.claimId);
  const who = flag.teamId === teamId ? `<@${flag.userId}>` : 'somebody of another workspace';
  const changed =
    claim && claim.contentHash !== flag.contentHash ? ' · _the statement has changed since_' : '';
  const lines = [
    `*${escapeMrkdwn(claim?.statement ?? 'This statement is not in the knowledge base any more.')}*`,
    `${escapeMrkdwn(flag.claimId)}${claim ? ` · ${sourceLink(sourceOf(claim, knowledge))}, ${escapeMrkdwn(claim.locator)}` : ''}`,
    ...saidLines(flag, `${who}${changed}`),
  ];
  return { ...section(lines.join('\n')), accessory: flagMenu(flag, claim !== undefined) };
}

function saidLines({ said }: OpenFlag, by: string): string[] {
  const shown = said.slice(-saidAtOnce);
  const earlier = said.length - shown.length;
  const characters = noteCharacters / shown.length;
  return [
    ...(earlier > 0 ? [`_${earlier} said before: “Uphold…” and “Reject…” show all of it_`] : []),
    ...shown.flatMap(({ reason, note, atMs }) => [
      `⚑ ${flagReasonText[reason]} · ${calendarDay(dayOf(atMs))} · ${by}`,
      ...(note === null ? [] : [`> ${escapeMrkdwn(shortened(note.replace(/\s+/g, ' '), characters))}`]),
    ]),
  ];
}

function flagMenu({ id, claimId }: OpenFlag, isThere: boolean): Overflow {
  const choices: [string, string][] = [
    ['Uphold…', `upheld ${id}`],
    ['Reject…', `rejected ${id}`],
    ...(isThere
      ? ([
          ['Approve statement…', `approve ${claimId}`],
          ['Source', `source ${claimId}`],
        ] as [string, string][])
      : []),
  ];
  return {
    type: 'overflow',
    action_id: actionIds.curate,
    options: choices.map(([text, value]) => ({ text: { type: 'plain_text', text }, value })),
  };
}
