import type { MessageBlock } from '../../command.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import type { HonestRate } from '../../followup/honest-rate.ts';
import type { WeekOfBoard } from '../../followup/week-of-board.ts';
import { actions, button, header, section, sections } from '../block.ts';
import { reminderSentence } from '../reminder-words.ts';
import { followUpIds } from './action-ids.ts';
import { rateSentence, rateTable } from './rate-table.ts';

/** Longer than a board reads in one go; a message also ends near 13,000 characters. */
const mostLines = 40;

/** A board's week: its honest rate, then what is overdue and what is due, under the name of each owner. */
export function boardDigest(
  rate: HonestRate,
  { late, due }: WeekOfBoard,
  todayOn: string,
): { text: string; blocks: MessageBlock[] } {
  const overdue = late.length === 0 ? 'nothing overdue' : `${scansText(late.length)} overdue`;
  const [shownLate, shownDue] = [shown(late, due.length), shown(due, late.length)];
  const list = late.length > 0 ? 'overdue' : 'open';
  return {
    // Shown on lock screens: counts alone.
    text: `Follow-up imaging this week: ${overdue}${due.length === 0 ? '' : `, ${scansText(due.length)} due`}.`,
    blocks: [
      header('Follow-up imaging this week'),
      section(rateSentence(rate)),
      ...rateTable(rate),
      section(late.length === 0 ? '*Nothing is overdue.*' : `*${scansText(late.length)} overdue*`),
      ...ownersLines(shownLate, todayOn),
      ...moreOf('overdue', late.length - shownLate.length, '/imt-followup list overdue'),
      ...(due.length === 0 ? [] : [section(`*${scansText(due.length)} due this week*`)]),
      ...ownersLines(shownDue, todayOn),
      ...moreOf('due this week', due.length - shownDue.length, '/imt-followup list'),
      actions(button('Open the list', followUpIds.page, `${list} 1`, `Open the list of ${list} scans`)),
    ],
  };
}

/** Half the lines for each part, and what the other leaves free. */
const shown = (scans: readonly Scan[], others: number) =>
  scans.slice(0, mostLines - Math.min(others, mostLines / 2));

const moreOf = (what: string, count: number, command: string): MessageBlock[] =>
  count > 0 ? [section(`and ${count} more ${what}: \`${command}\``)] : [];

const scansText = (count: number) => `${count} ${count === 1 ? 'scan' : 'scans'}`;

function ownersLines(scans: readonly Scan[], todayOn: string): MessageBlock[] {
  return byOwner(scans).flatMap(([ownerId, owned]) =>
    sections([`<@${ownerId}>`, ...owned.map((scan) => `• ${sentence(scan, todayOn)}`)].join('\n')),
  );
}

const sentence = (scan: Scan, todayOn: string) =>
  reminderSentence({ ...scan, todayOn, role: 'channel', notDelivered: null });

/** Who has most comes first. */
function byOwner(scans: readonly Scan[]): [string, Scan[]][] {
  const groups = new Map<string, Scan[]>();
  for (const scan of scans) {
    const { ownerId } = scan.followUp;
    groups.set(ownerId, [...(groups.get(ownerId) ?? []), scan]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
