import type { MessageBlock } from '../../command.ts';
import type { Scan } from '../../followup/follow-up-records.ts';
import type { HonestRate } from '../../followup/honest-rate.ts';
import { actions, button, header, section, sections } from '../block.ts';
import { reminderSentence } from '../reminder-words.ts';
import { followUpIds } from './action-ids.ts';
import { rateSentence, rateTable } from './rate-table.ts';

/** Longer than a board reads in one go; a message also ends near 13,000 characters. */
const mostLines = 40;

/** A board's week: its honest rate, and what is overdue under the name of each owner. */
export function boardDigest(
  rate: HonestRate,
  overdue: readonly Scan[],
  todayOn: string,
): { text: string; blocks: MessageBlock[] } {
  const count = `${overdue.length} ${overdue.length === 1 ? 'scan' : 'scans'} overdue`;
  const more = overdue.length - mostLines;
  return {
    // Shown on lock screens: counts alone.
    text: `Follow-up imaging this week: ${overdue.length === 0 ? 'nothing overdue' : count}.`,
    blocks: [
      header('Follow-up imaging this week'),
      section(rateSentence(rate)),
      ...rateTable(rate),
      section(overdue.length === 0 ? '*Nothing is overdue.*' : `*${count}*`),
      ...byOwner(overdue.slice(0, mostLines)).flatMap(([ownerId, scans]) =>
        sections([`<@${ownerId}>`, ...scans.map((scan) => `• ${sentence(scan, todayOn)}`)].join('\n')),
      ),
      ...(more > 0 ? [section(`and ${more} more: \`/imt-followup list overdue\``)] : []),
      ...(overdue.length > 0
        ? [actions(button('Open the list', followUpIds.page, 'overdue 1', 'Open the list of overdue scans'))]
        : []),
    ],
  };
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
