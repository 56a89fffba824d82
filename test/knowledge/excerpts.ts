import { existsSync, readFileSync } from 'node:fs';

export interface Excerpt {
  id: string;
  quote: string;
  patients: number[];
  record: { title: string | null; doi: string | null; pmid: string | null; year: number | null };
}

// The passages are not ours to publish, so they are no part of the repository.
const file = new URL('../../../shared/evidence/facts.jsonl', import.meta.url);

/** The passages that statements were written from; null where they are not at hand. */
const excerpts = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(readExcerpt) : null;

/** The passages, or a test that says that it is skipped and why. */
export function excerptsOrSkip(context: { skip(reason: string): never }): Excerpt[] {
  if (excerpts !== null) return excerpts;
  const reason = 'the passages that statements were written from are not on this machine';
  process.stderr.write(`Skipped: ${reason}.\n`);
  return context.skip(reason);
}

function readExcerpt(line: string): Excerpt {
  const { id, quote, source, figures, n_patients } = JSON.parse(line);
  const counts: (number | null)[] = [n_patients, ...figures.map(({ n }: { n: number | null }) => n)];
  const { title, doi, pmid, year } = source;
  return {
    id,
    quote,
    patients: counts.filter((count) => count !== null),
    record: { title, doi, pmid, year },
  };
}
