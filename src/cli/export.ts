import { UserError } from '../errors.ts';
import { boardOf } from './board-of.ts';
import { recordOperator } from './record.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

export const exportDates: Subcommand = {
  name: 'export',
  usage: 'export --board T1/C1 [--format csv|json]',
  does: 'prints every follow-up date of a board, from the store of DATABASE_URL: Slack’s ids of workspace and channel',
  async run({ arguments: words, json, print, now }) {
    const { exportContent, isExportFormat } = await import('../views/follow-up/export-file.ts');
    const { board: written = '', format = json ? 'json' : 'csv' } = optionsOf(words);
    const board = boardOf(written);
    if (!isExportFormat(format)) throw new UsageError('The format is csv or json.');
    const atMs = now().getTime();
    const { withStore } = await import('./with-store.ts');
    const { readExport } = await import('../followup/read-export.ts');
    const { createExportRecords } = await import('../store/export-records.ts');
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const rows = await withStore(async (store) => {
      const read = await readExport(createExportRecords(store, timeZone), board, atMs);
      const outcome = `${read.length} dates`;
      await recordOperator(store, atMs, { ...board, action: 'exported', what: format, outcome });
      return read;
    });
    if (rows.length === 0)
      throw new UserError(
        'This board has no dates. Name another, as --board T1/C1, or another DATABASE_URL.',
      );
    // Printing ends the last line itself.
    print((await exportContent(format, rows, board, atMs)).replace(/\n$/, ''));
  },
};

/** `--name value` and `--name=value`, each once. */
function optionsOf(words: readonly string[]): { board?: string; format?: string } {
  const parts = words.flatMap((word) => (/^--\w+=/.test(word) ? word.split(/=(.*)/s).slice(0, 2) : [word]));
  const options = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) {
    const [name = '', value] = parts.slice(at, at + 2);
    if (!['--board', '--format'].includes(name) || value === undefined || options.has(name))
      throw new UsageError('"export" takes --board and --format.');
    options.set(name, value);
  }
  const [board, format] = [options.get('--board'), options.get('--format')];
  return { ...(board === undefined ? {} : { board }), ...(format === undefined ? {} : { format }) };
}
