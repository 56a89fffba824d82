import MiniSearch from 'minisearch';
import { searchedFields } from './word-scores.ts';

/**
 * A MiniSearch, empty yet, of claims whose fields are lists of tokens. It knows each token by a short name of its own,
 * which it adds to `names`.
 *
 * @example
 * claimSearch(new Map()).documentCount //=> 0
 */
export function claimSearch(names: Map<string, string>): MiniSearch {
  return new MiniSearch({
    fields: [...searchedFields],
    // Read already: the tokens of a field go through as they are.
    stringifyField: (tokens) => tokens,
    tokenize: (tokens) => tokens as unknown as string[],
    processTerm: (token) => shortName(token, names),
  });
}

/**
 * MiniSearch tries the letters at every fork of its tree one after the other: names of eight different digits are
 * found sooner there than words.
 */
function shortName(token: string, names: Map<string, string>): string {
  const known = names.get(token);
  if (known !== undefined || token === '') return known ?? token;
  const name = names.size.toString(8);
  names.set(token, name);
  return name;
}
