import type { Term } from './analyse-text.ts';

/** A name tells more than what is asked of it; the disease and its patient stand in nearly every claim. */
const weights: Readonly<Record<Term['kind'], number>> = {
  disease: 0.15,
  case: 0.25,
  attribute: 0.9,
  tumour: 1.5,
  'other-disease': 1.4,
  drug: 1.5,
  modality: 1.1,
  gene: 1.4,
  marker: 1.5,
  test: 1.2,
  site: 1.4,
  effect: 1.3,
  outcome: 1.2,
  population: 1.2,
  number: 1.2,
  outside: 1.5,
  word: 0.7,
  abbreviation: 0.7,
};

/**
 * How much a term of a question counts beside the others, by its kind.
 *
 * @example
 * termWeight({ kind: 'disease' }) //=> 0.15
 */
export function termWeight({ kind }: Pick<Term, 'kind'>): number {
  return weights[kind];
}
