import { editDistance } from '../evidence/edit-distance.ts';

/** As many as a person reads through; of more only those that are spelt alike are named. */
const mostListed = 20;
const nearestNamed = 3;

/** That an id names nothing, and what could be written in its place. */
export function noSuchId(kind: string, id: string, known: Iterable<string>): string {
  const ids = [...known];
  const none = `there is no ${kind} "${id}"`;
  if (ids.length > 0 && ids.length <= mostListed) return `${none}: expected one of ${ids.join(', ')}`;
  const near = ids
    .map((other) => ({ other, edits: editDistance(id, other) }))
    .filter(({ other, edits }) => edits <= other.length / 4)
    .sort((one, next) => one.edits - next.edits)
    .slice(0, nearestNamed);
  return near.length === 0
    ? `${none}: expected one that stands in the files`
    : `${none}: nearest are ${near.map(({ other }) => other).join(', ')}`;
}
