import { samePerson } from '../evidence/same-person.ts';
import type { CheckedFiles } from './checked-files.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

/** Nobody approves what they wrote themselves. */
export function checkReviews(sources: CheckedFiles['sources']): Problem[] {
  return sources.flatMap(({ path: file, content, lineOf }) => {
    const { source, claims, cases } = content;
    const entries = [
      ...claims.map((claim, i) => ({
        path: ['claims', i, 'review', 'by'],
        by: claim.review.by,
        author: claim.writtenBy ?? source.writtenBy,
      })),
      ...cases.map((one, i) => ({
        path: ['cases', i, 'review', 'by'],
        by: one.review.by,
        author: source.writtenBy,
      })),
    ];
    return entries.flatMap(({ path, by, author }) => {
      if (by === null || author === null || !samePerson(by, author)) return [];
      const expected = `${author} wrote this entry: expected a review by somebody else`;
      return [{ file, path: pathText(path), line: lineOf(path), expected }];
    });
  });
}
