import type { z } from 'zod';
import type { LedgerEntry, PublishedFile } from '../../knowledge/schema.ts';
import type { Checked, CheckedFiles } from './checked-files.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

/** A statement that was published is there, or it is told what became of it; its id is never given to another. */
export function checkPublished(
  { path: file, content, lineOf }: Checked<z.output<typeof PublishedFile>>,
  sources: CheckedFiles['sources'],
): Problem[] {
  const problems: Problem[] = [];
  const current = new Set(sources.flatMap(({ content: { claims } }) => claims.map(({ id }) => id)));
  const published = new Map(Object.entries(content.statements));
  const report = (path: (string | number)[], expected: string) => {
    problems.push({ file, path: pathText(path), line: lineOf(path), expected });
  };

  for (const [id, entries] of published) {
    const at = ['statements', id];
    const gone = entries.findIndex(({ did }) => did === 'replaced' || did === 'withdrawn');
    if (entries[0]?.did !== 'added') report([...at, 0], 'expected the first entry to be that it was added');
    if (gone === -1) {
      if (!current.has(id)) report(at, notThere(id));
      continue;
    }
    if (gone < entries.length - 1) report([...at, gone + 1], 'expected nothing after its end');
    if (current.has(id))
      report([...at, gone], `"${id}" has ended and stands in a source file: expected another id there`);
    if (leadsNowhere(id, published, current))
      report([...at, gone], 'expected a statement that was ever published');
  }
  return problems;
}

function notThere(id: string): string {
  return `"${id}" was published and stands in no source file: put it back, or write \`npm run -s imt -- kb publish --replaced ${id}=NEW-ID --because "…"\` or \`--withdrawn ${id} --because "…"\``;
}

/** Whether what it was replaced by, from one to the next, ends in a circle or in an id that never was. */
function leadsNowhere(
  id: string,
  published: ReadonlyMap<string, readonly LedgerEntry[]>,
  current: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  for (let at = id; ; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    const last = published.get(at)?.at(-1);
    if (last?.did !== 'replaced') return !current.has(at) && last === undefined;
    at = last.by;
  }
}
