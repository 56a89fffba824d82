import type { SectionBlock } from '@slack/types';
import type { MessageBlock } from '../../command.ts';
import type { BoardSettings } from '../../followup/follow-up.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import { isLate } from '../../followup/scans-to-show.ts';
import { button, context, header, section } from '../block.ts';
import { reminderMenu } from '../reminder-buttons.ts';
import { reminderReference } from '../reminder-reference.ts';
import { followUpIds } from './action-ids.ts';
import { countWords } from './list-words.ts';
import { scanSentence } from './scan-sentence.ts';
import { missingLead } from './settings-in-words.ts';

/** One date, and the calendar date where its board is. */
export interface HomeScan extends Scan {
  todayOn: string;
}

interface FollowUpHome {
  userId: string;
  /** Those of which the person may be shown anything. */
  boards: readonly BoardSettings[];
  mine: readonly HomeScan[];
  /** Late ones of the same boards that are somebody else's. */
  others: readonly HomeScan[];
}

/** Together with the rest of App Home these stay within its 100 blocks. */
const mostMine = 40;
const mostOthers = 25;
const mostBoards = 10;

/** What a person has to see to, the latest first, then their boards' overdue, then the boards themselves. */
export function followUpHome({ userId, boards, mine, others }: FollowUpHome): MessageBlock[] {
  const late = mine.filter(isHomeLate).length;
  return [
    header('My scans'),
    context(
      mine.length === 0
        ? 'You own and back up nothing that is open. Write `/imt-followup add` in the channel of a board.'
        : `${countWords(`${mine.length} open`, late)}. Each line’s menu: Booked, Done, Snooze, Reassign, Not needed.`,
    ),
    ...lines(inOrder(mine), mostMine, (scan) => myPart(scan, userId)),
    ...(boards.length === 0
      ? []
      : [
          header('Overdue on my boards'),
          ...(others.length === 0 ? [context('Nothing of anybody else’s is overdue there.')] : []),
          ...lines(inOrder(others), mostOthers, ({ followUp }) => `owner <@${followUp.ownerId}>`),
        ]),
    ...boardLines(boards, userId),
  ];
}

function lines(scans: readonly HomeScan[], most: number, whose: (scan: HomeScan) => string): MessageBlock[] {
  const more = scans.length - most;
  return [
    ...scans.slice(0, most).map((scan) => line(scan, whose(scan))),
    ...(more > 0 ? [section(`and ${more} more: \`/imt-followup list\` in the channel of the board`)] : []),
  ];
}

function line(scan: HomeScan, whose: string): SectionBlock {
  const { board } = scan.followUp;
  return {
    ...section(`${scanSentence(scan, scan.todayOn)}\n<#${board.channelId}> · ${whose}`),
    accessory: reminderMenu(reminderReference(board, scan.occurrence.id)),
  };
}

function myPart({ followUp }: HomeScan, userId: string): string {
  return followUp.ownerId === userId
    ? `you own it, backup <@${followUp.backupId}>`
    : `you back it up, owner <@${followUp.ownerId}>`;
}

/** The boards whose settings are this person's to see to: those that they lead, and those that nobody leads. */
function boardLines(boards: readonly BoardSettings[], userId: string): MessageBlock[] {
  const led = boards.filter(({ boardLeadId }) => boardLeadId === userId || boardLeadId === null);
  if (led.length === 0) return [];
  const more = led.length - mostBoards;
  return [
    header('Board settings'),
    ...led.slice(0, mostBoards).map((settings) => {
      const { board, boardLeadId } = settings;
      const said = boardLeadId === null ? missingLead(settings) : ['you lead it'];
      return section(
        `<#${board.channelId}> · ${said.join(' ')}`,
        button('Settings…', followUpIds.settings, board.channelId, 'Settings of this board'),
      );
    }),
    ...(more > 0 ? [section(`and ${more} more: \`/imt-followup settings\` in their channels`)] : []),
  ];
}

/** Late ones first; then by the day that counts. */
function inOrder(scans: readonly HomeScan[]): HomeScan[] {
  const ranked = scans.map((scan) => ({ scan, rank: isHomeLate(scan) ? 0 : 1 }));
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.scan.occurrence.targetOn < b.scan.occurrence.targetOn ? -1 : 1))
    .map(({ scan }) => scan);
}

const isHomeLate = ({ occurrence, todayOn }: HomeScan) => isLate(occurrence, todayOn);
