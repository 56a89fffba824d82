import { samePerson } from '../evidence/same-person.ts';
import type { CheckedFiles } from './checked-files.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

interface Written {
  writtenBy: string | null;
  review: { by: string | null };
}

/** Nobody approves what they wrote themselves. */
export function checkReviews({
  sources,
  surveillance,
}: Pick<CheckedFiles, 'sources' | 'surveillance'>): Problem[] {
  const own = (kind: 'claims' | 'cases', entries: readonly Written[], author: string | null) =>
    entries.map(({ writtenBy, review }, i) => ({
      ...{ path: [kind, i, 'review', 'by'], by: review.by, author: writtenBy ?? author },
    }));
  const entriesOf = [
    ...sources.map(({ content: { source, claims, cases }, ...file }) => ({
      ...file,
      entries: [...own('claims', claims, source.writtenBy), ...own('cases', cases, source.writtenBy)],
    })),
    ...surveillance.map(({ content: { writtenBy: author, review }, ...file }) => ({
      ...file,
      entries: [{ path: ['review', 'by'], by: review.by, author }],
    })),
  ];
  return entriesOf.flatMap(({ path: file, lineOf, entries }) =>
    entries.flatMap(({ path, by, author }) => {
      if (by === null || author === null || !samePerson(by, author)) return [];
      const expected = `${author} wrote this entry: expected a review by somebody else`;
      return [{ file, path: pathText(path), line: lineOf(path), expected }];
    }),
  );
}
