import type { Term } from './analyse-text.ts';

const unnamed: ReadonlySet<Term['kind']> = new Set([
  'disease',
  'case',
  'attribute',
  'word',
  'abbreviation',
  'number',
]);

/**
 * Whether a term names something that a statement must speak of: a drug, a gene, a site, another tumour.
 *
 * @example
 * isNamed({ kind: 'drug' }) //=> true
 */
export function isNamed({ kind }: Pick<Term, 'kind'>): boolean {
  return !unnamed.has(kind);
}
