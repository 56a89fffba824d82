import type { Candidate } from './finding.ts';
import { identifierKinds } from './identifier-kinds.ts';

const isBlock = ({ type }: Candidate) => identifierKinds[type].tier === 'block';
const lengthOf = ({ start, end }: Candidate) => end - start;

/**
 * Joins candidates that overlap into one, so that nothing of either is left uncovered. It takes the type of the
 * strictest, then of the longest. In order of place.
 *
 * @example
 * mergeCandidates([{ type: 'phone', start: 4, end: 16 }, { type: 'nhs-number', start: 4, end: 12 }])
 * //=> [{ type: 'phone', start: 4, end: 16 }]
 */
export function mergeCandidates(candidates: readonly Candidate[]): Candidate[] {
  const merged: { joined: Candidate; telling: Candidate }[] = [];
  for (const next of candidates.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || next.start >= last.joined.end) {
      merged.push({ joined: next, telling: next });
      continue;
    }
    const stricter = Number(isBlock(next)) - Number(isBlock(last.telling));
    const telling =
      stricter > 0 || (stricter === 0 && lengthOf(next) > lengthOf(last.telling)) ? next : last.telling;
    const end = Math.max(last.joined.end, next.end);
    merged[merged.length - 1] = { joined: { type: telling.type, start: last.joined.start, end }, telling };
  }
  return merged.map(({ joined }) => joined);
}
