import { type ExportRow, exportRows } from './export-rows.ts';
import type { Board } from './follow-up.ts';
import type { FollowUpRecords } from './follow-up-records.ts';

/** What an export reads. */
export type ExportSource = Pick<FollowUpRecords, 'settings' | 'ofBoard' | 'everyOccurrence' | 'messagesSent'>;

/**
 * The rows of everything that a board has, as it stands at an instant (epoch milliseconds).
 *
 * @example
 * (await readExport(records, { teamId: 'T1', channelId: 'C1' }, nowMs)).length //=> 5, of one series of five dates
 */
export async function readExport(records: ExportSource, board: Board, atMs: number): Promise<ExportRow[]> {
  const [settings, followUps, occurrences, messagesSent] = await Promise.all([
    records.settings(board),
    records.ofBoard(board),
    records.everyOccurrence(board),
    records.messagesSent(board),
  ]);
  return exportRows({ settings, followUps, occurrences, messagesSent }, atMs);
}
