import type { ExportRow } from '../../followup/export-rows.ts';
import type { Board } from '../../followup/follow-up.ts';

/** Grows when a reader of the file would have to change. */
const schemaVersion = 1;

/** The same rows as data, with the board and the time that they are of. */
export function exportJson(rows: readonly ExportRow[], { teamId, channelId }: Board, atMs: number): string {
  const exportedAt = new Date(atMs).toISOString();
  return `${JSON.stringify({ schemaVersion, exportedAt, board: { teamId, channelId }, dates: rows }, null, 2)}\n`;
}
