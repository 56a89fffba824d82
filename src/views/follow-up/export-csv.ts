import { reasonInWords } from '../../followup/closing-reasons.ts';
import type { ExportRow } from '../../followup/export-rows.ts';
import { csvLine } from '../csv-line.ts';

const columns: readonly (keyof ExportRow)[] = [
  'caseCode',
  'modality',
  'bodySite',
  'contrast',
  'dateNumber',
  'plannedOn',
  'targetOn',
  'windowOpensOn',
  'windowClosesOn',
  'status',
  'ownerId',
  'backupId',
  'appointmentOn',
  'snoozedUntilOn',
  'examOn',
  'reportReference',
  'reviewedBy',
  'closingState',
  'closingReason',
  'closingProof',
  'closingWitness',
  'closedBy',
  'closedAt',
  'attemptsLogged',
  'messagesSent',
  'anchor',
  'anchorOn',
  'templateId',
  'followUpId',
  'dateId',
];

/** RFC 4180 with a header, and no cell that a spreadsheet would run as a formula. */
export function exportCsv(rows: readonly ExportRow[]): string {
  const header = columns.map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const lines = [header, ...rows.map((row) => columns.map((key) => readable(key, row[key])))].map(csvLine);
  return `${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet is for people; the words that programs go by are in the JSON. */
function readable(key: keyof ExportRow, value: ExportRow[keyof ExportRow]) {
  return key === 'closingReason' && typeof value === 'string' ? reasonInWords(value) : value;
}
