import type { Overflow, SectionBlock } from '@slack/types';
import type { KnowledgeBase } from '../../../knowledge/schema.ts';
import type { MessageBlock } from '../../command.ts';
import type { ClaimFlag } from '../../evidence/curation/curation-records.ts';
import { dayOf } from '../../evidence/curation/day-of.ts';
import { sourceOf } from '../../evidence/source-of.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, context, header, section, shortened } from '../block.ts';
import { flagReasonText } from '../claim-standing.ts';
import { escapeMrkdwn } from '../escape-mrkdwn.ts';
import { sourceLink } from '../source-line.ts';
import { versionText } from '../words.ts';

interface FlagQueue {
  flags: readonly ClaimFlag[];
  /** Of the curator: who is of another workspace cannot be named there. */
  teamId: string;
  notCarriedOver: number;
  knowledge: KnowledgeBase;
}

/** App Home holds 100 blocks, of which the follow-ups take most. */
const shownOnHome = 3;
/** Below the 13,000 characters that one message holds, whatever the longest statements and notes are. */
const shownInMessage = 10;
const noteCharacters = 300;

/** What waits for a curator, the oldest first. */
export function flagQueue(queue: FlagQueue, where: 'home' | 'message'): MessageBlock[] {
  const { flags, notCarriedOver, knowledge } = queue;
  const shown = flags.slice(0, where === 'home' ? shownOnHome : shownInMessage);
  const more = flags.length - shown.length;
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
    ...shown.map((flag) => flagSection(flag, queue)),
    ...(more > 0 && where === 'message' ? [context(`${more} more: they come up as these are decided.`)] : []),
    actions(
      ...(more > 0 && where === 'home' ? [button(`All ${flags.length} flags`, actionIds.flags, 'all')] : []),
      button('Approve a statement…', actionIds.approve, 'one'),
      button('Reload the knowledge base', actionIds.reload, 'files'),
    ),
  ];
}

function flagSection(flag: ClaimFlag, { knowledge, teamId }: FlagQueue): SectionBlock {
  const claim = knowledge.claims.get(flag.claimId);
  const who = flag.teamId === teamId ? `<@${flag.userId}>` : 'somebody of another workspace';
  const changed =
    claim && claim.contentHash !== flag.contentHash ? ' · _the statement has changed since_' : '';
  const lines = [
    `*${escapeMrkdwn(claim?.statement ?? 'This statement is not in the knowledge base any more.')}*`,
    `${escapeMrkdwn(flag.claimId)}${claim ? ` · ${sourceLink(sourceOf(claim, knowledge))}, ${escapeMrkdwn(claim.locator)}` : ''}`,
    `⚑ ${flagReasonText[flag.reason]} · ${dayOf(flag.atMs)} · ${who}${changed}`,
    ...(flag.note === null
      ? []
      : [`> ${escapeMrkdwn(shortened(flag.note.replace(/\s+/g, ' '), noteCharacters))}`]),
  ];
  return { ...section(lines.join('\n')), accessory: flagMenu(flag, claim !== undefined) };
}

function flagMenu({ id, claimId }: ClaimFlag, isThere: boolean): Overflow {
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
