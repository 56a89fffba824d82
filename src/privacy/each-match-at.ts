import { type Match, matchOf } from './each-match.ts';
import { lazily } from './lazily.ts';

/**
 * Every place where a pattern (flag `y`) fits, tried only at the places named, in order. The same as `eachMatch`, and
 * far faster, when it can begin at no other.
 *
 * @example
 * eachMatchAt(/mrn (?<value>\d+)/y, 'MRN 1, mrn 4471902', [0, 7])[0]?.start //=> 11
 */
export function eachMatchAt(pattern: RegExp, text: string, places: ArrayLike<number>): Match[] {
  const matches: Match[] = [];
  let from = 0;
  for (let next = 0; next < places.length; next += 1) {
    const place = places[next] ?? 0;
    if (place < from) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    from = Math.max(pattern.lastIndex, place + 1);
    matches.push(matchOf(match));
  }
  return matches;
}

/**
 * The pattern, to be tried at one place; made when it is first asked for.
 *
 * @example
 * sticky(/mrn/gu)().flags //=> 'uy'
 */
export function sticky(pattern: RegExp): () => RegExp {
  return lazily(() => new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`));
}
