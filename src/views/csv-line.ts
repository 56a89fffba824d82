import { stringify } from 'csv-stringify/sync';

/**
 * One line of a CSV file (RFC 4180), without its end. A cell that a spreadsheet would run as a formula begins with an
 * apostrophe instead.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  // The library on its own would leave a lone line feed bare.
  return stringify([[...cells]], { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: '' });
}
