import type { ScoredWord } from './word-scores.ts';

export interface NearPlace {
  place: number;
  score: number;
}

/**
 * The `most` places of an index of `size` claims that score highest for some words together, best first; of equal
 * ones that which was met first. A score is the sum of what the words add, times how many of them are there.
 *
 * @example
 * nearestPlaces([{ places: Int32Array.of(1, 0), scores: Float64Array.of(2, 1) }], 2, 1) //=> [{ place: 1, score: 2 }]
 */
export function nearestPlaces(words: readonly ScoredWord[], size: number, most: number): NearPlace[] {
  const sums = new Float64Array(size);
  const held = new Uint16Array(size);
  for (const { places, scores } of words) {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + (scores[at] ?? 0);
      held[place] = (held[place] ?? 0) + 1;
    }
  }
  const best: NearPlace[] = [];
  for (const { places } of words) {
    for (const place of places) {
      const count = held[place] ?? 0;
      // Met already, with an earlier word.
      if (count === 0) continue;
      held[place] = 0;
      const score = (sums[place] ?? 0) * count;
      const last = best[most - 1];
      if (last && last.score >= score) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
      best.splice(at, 0, { place, score });
      if (best.length > most) best.pop();
    }
  }
  return best;
}
