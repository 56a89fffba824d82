import type MiniSearch from 'minisearch';

export const boost = { text: 1, tags: 0.7, topic: 0.4, broader: 0.5, asks: 0.4, source: 0.4 };
export const bm25 = { k: 1.2, b: 0.3, d: 0.5 };
/** In the order in which their scores are added up. */
export const searchedFields: readonly string[] = Object.keys(boost);

/** The claims that hold a word, by their places in the index, and how much it adds to each. */
export interface ScoredWord {
  /** In the order in which they are met: field by field, in each as they were indexed. */
  places: Int32Array;
  scores: Float64Array;
}

export type WordScores = (token: string, weight: number) => ScoredWord;

const nowhere: ScoredWord = { places: new Int32Array(), scores: new Float64Array() };

/**
 * What each word adds to the claims that hold it (BM25 by field), counted once for a word and its weight: a question
 * is then the sum of its words. Documents are known to `search` by their places, from 0, and words by the names given.
 *
 * @example
 * wordScores(search, names)('@crizotinib', 1.5).places //=> Int32Array [12, 40]
 */
export function wordScores(search: MiniSearch, names: ReadonlyMap<string, string>): WordScores {
  const known = new Map<string, ScoredWord>();
  return (token, weight) => {
    const name = names.get(token);
    // What no claim holds is not kept, so that no question can fill the memory.
    if (name === undefined) return nowhere;
    const key = `${weight} ${name}`;
    const scored = known.get(key) ?? scoreWord(search, name, weight);
    known.set(key, scored);
    return scored;
  };
}

function scoreWord(search: MiniSearch, name: string, weight: number): ScoredWord {
  const found = search.search(name, {
    boost,
    bm25,
    boostTerm: () => weight,
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  const met = found
    .map(({ id, score, match }) => ({
      place: id as number,
      score,
      field: searchedFields.indexOf(match[name]?.[0] ?? ''),
    }))
    .sort((a, b) => a.field - b.field || a.place - b.place);
  return {
    places: Int32Array.from(met, ({ place }) => place),
    scores: Float64Array.from(met, ({ score }) => score),
  };
}
