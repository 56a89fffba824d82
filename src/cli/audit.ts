import { recordOperator } from './record.ts';
import { type Subcommand, type Terminal, UsageError } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const audit: Subcommand = {
  name: 'audit',
  usage: 'audit verify | audit export csv | audit export json',
  does: 'shows whether the record of who asked, saw, changed and sent what was altered; or prints it',
  async run(terminal) {
    const asked = terminal.arguments.join(' ');
    if (asked === 'verify') return verify(terminal);
    if (asked === 'export csv') return print(terminal, true);
    if (asked === 'export json') return print(terminal, false);
    throw new UsageError('"audit" takes "verify", "export csv" or "export json".');
  },
};

async function verify({ json, print }: Terminal): Promise<void> {
  const { verifyAudit } = await import('../store/audit/verify-audit.ts');
  const verdict = await withStore((store) => store.transaction((tx) => verifyAudit(tx)));
  if (!verdict.intact) process.exitCode = 1;
  if (json) return print(JSON.stringify(verdict));
  if (!verdict.intact) return print(`The record was altered: ${verdict.problem}.`);
  const { rows, firstNumber, lastNumber, lastHash } = verdict;
  print(
    rows === 0
      ? 'The record is intact: no row has been written yet.'
      : `The record is intact: rows ${firstNumber} to ${lastNumber}.`,
  );
  print(`Its end: ${lastHash || 'none'}. Note it elsewhere, to show later that no older copy was put back.`);
}

/** One line a row, so that a record of years passes through little memory. */
async function print(terminal: Terminal, asCsv: boolean): Promise<void> {
  const { listAudit } = await import('../store/audit/list-audit.ts');
  const { csvLine } = await import('../views/csv-line.ts');
  await withStore(async (store) => {
    const what = asCsv ? 'audit as csv' : 'audit as json';
    const outcome = 'to the end before this row';
    await recordOperator(store, terminal.now().getTime(), { action: 'exported', what, outcome });
    let headed = false;
    for await (const row of listAudit(store.db)) {
      const cells = { ...row, at: new Date(row.atMs).toISOString() };
      if (!asCsv) {
        terminal.print(JSON.stringify({ ...cells, about: JSON.parse(row.about) }));
        continue;
      }
      if (!headed) terminal.print(csvLine(Object.keys(cells)));
      headed = true;
      terminal.print(csvLine(Object.values(cells)));
    }
  });
}
