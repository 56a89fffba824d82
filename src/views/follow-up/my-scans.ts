import type { MessageBlock } from '../../command.ts';
import { isLate } from '../../followup/scans-to-show.ts';
import { actions, button, context, section } from '../block.ts';
import { reminderReference } from '../reminder-reference.ts';
import { scanName } from '../reminder-words.ts';
import { followUpIds } from './action-ids.ts';
import type { HomeScan } from './home.ts';
import { countWords, listFoot } from './list-words.ts';
import { scanSentence } from './scan-sentence.ts';

/** With the headings and the buttons this stays within the 50 blocks of a message. */
const linesOnPage = 20;

/** What one person owns or backs up, each date with its board and a button that opens it; `page` counts from 1. */
export function myScans(userId: string, scans: readonly HomeScan[], page: number): MessageBlock[] {
  if (scans.length === 0) return [section('You own and back up nothing that is open on any of your boards.')];
  const pages = Math.ceil(scans.length / linesOnPage);
  const shown = scans.slice((page - 1) * linesOnPage, page * linesOnPage);
  const late = scans.filter(({ occurrence, todayOn }) => isLate(occurrence, todayOn)).length;
  const more = button('More', followUpIds.page, `mine ${page + 1}`, 'More of: Yours on your boards');
  return [
    section(`*Yours on your boards*: ${countWords(scans.length, late)}`),
    ...shown.map((scan) => line(scan, userId)),
    context(listFoot(page, pages)),
    ...(page < pages ? [actions(more)] : []),
  ];
}

function line(scan: HomeScan, userId: string): MessageBlock {
  const { board, ownerId } = scan.followUp;
  const part = ownerId === userId ? 'you own it' : `you back it up, owner <@${ownerId}>`;
  const reference = reminderReference(board, scan.occurrence.id);
  return section(
    `${scanSentence(scan, scan.todayOn)}\n<#${board.channelId}> · ${part}`,
    button('Open', followUpIds.open, reference, `Open ${scanName(scan.followUp)}`),
  );
}
