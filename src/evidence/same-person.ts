import { foldText } from './fold-text.ts';

const titles = new Set(['dr', 'prof', 'professor', 'md', 'phd', 'med', 'mr', 'mrs', 'ms']);

/**
 * Whether two written names are the same, whatever their titles, marks, capitals and the order of their parts.
 *
 * @example
 * samePerson('Dr. Ada Byrne', 'byrne, ada') //=> true
 */
export function samePerson(one: string, other: string): boolean {
  return parts(one) === parts(other);
}

function parts(name: string): string {
  const words = foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !titles.has(word))
    .sort()
    .join(' ');
}
