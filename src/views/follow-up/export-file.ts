import type { ExportRow } from '../../followup/export-rows.ts';
import type { Board } from '../../followup/follow-up.ts';
import { exportJson } from './export-json.ts';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export function isExportFormat(text: string): text is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === text);
}

/** What is written into the file. */
export async function exportContent(
  format: ExportFormat,
  rows: readonly ExportRow[],
  board: Board,
  atMs: number,
): Promise<string> {
  if (format === 'json') return exportJson(rows, board, atMs);
  // Loaded with the first file: it would make every start slower.
  const { exportCsv } = await import('./export-csv.ts');
  return exportCsv(rows);
}
