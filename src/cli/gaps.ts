import { type Subcommand, UsageError } from './subcommand.ts';

export const gaps: Subcommand = {
  name: 'gaps',
  usage: 'gaps [--json]',
  does: 'prints what people asked and the knowledge base does not hold, from the store of DATABASE_URL, as CSV',
  async run({ arguments: words, json, print }) {
    if (words.length > 0) throw new UsageError('"gaps" takes nothing but --json.');
    const { withStore } = await import('./with-store.ts');
    const { listGaps } = await import('../store/questions/evidence-gaps.ts');
    const { gapsAsCsv } = await import('../views/question/export-gaps.ts');
    const found = await withStore((store) => listGaps(store.db, null, 'all'));
    if (!json) return print(gapsAsCsv(found).trimEnd());
    for (const gap of found) print(JSON.stringify(gap));
  },
};
