import type { MessageBlock } from '../../command.ts';
import type { BoardSettings } from '../../followup/follow-up.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import { isLate } from '../../followup/scans-to-show.ts';
import { actions, button, context, section } from '../block.ts';
import { reminderReference } from '../reminder-reference.ts';
import { scanName } from '../reminder-words.ts';
import { followUpIds } from './action-ids.ts';
import { countWords, listFoot } from './list-words.ts';
import { scanSentence } from './scan-sentence.ts';
import { missingLead } from './settings-in-words.ts';

/** With the headings and the buttons this stays within the 50 blocks of a message. */
const linesOnPage = 20;

export const listKinds = {
  open: { title: 'Open scans of this board', none: 'Nothing is open on this board.' },
  overdue: { title: 'Overdue on this board', none: 'Nothing is overdue on this board.' },
} as const;
export type ListKind = keyof typeof listKinds;

export function isListKind(kind: string): kind is ListKind {
  return Object.hasOwn(listKinds, kind);
}

/** Each date on a line with a button that opens it; `page` counts from 1. */
export function scanList(
  kind: ListKind,
  scans: readonly Scan[],
  todayOn: string,
  page: number,
  settings: BoardSettings,
): MessageBlock[] {
  const { title, none } = listKinds[kind];
  const add = button('Add…', followUpIds.add, 'add', 'Add a follow-up');
  const adjust = button('Settings…', followUpIds.settings, settings.board.channelId, 'Board settings');
  const noLead = missingLead(settings).map((line) => context(line));
  if (scans.length === 0) return [section(none), ...noLead, actions(add, adjust)];
  const pages = Math.ceil(scans.length / linesOnPage);
  const shown = scans.slice((page - 1) * linesOnPage, page * linesOnPage);
  const late = scans.filter(({ occurrence }) => isLate(occurrence, todayOn)).length;
  const more =
    page < pages ? [button('More', followUpIds.page, `${kind} ${page + 1}`, `More of: ${title}`)] : [];
  return [
    section(`*${title}*: ${kind === 'overdue' ? scans.length : countWords(scans.length, late)}`),
    ...shown.map((scan) =>
      section(
        `${scanSentence(scan, todayOn)}\nOwner <@${scan.followUp.ownerId}>`,
        button(
          'Open',
          followUpIds.open,
          reminderReference(scan.followUp.board, scan.occurrence.id),
          `Open ${scanName(scan.followUp)}`,
        ),
      ),
    ),
    context(listFoot(page, pages)),
    ...noLead,
    actions(...more, add, adjust),
  ];
}
