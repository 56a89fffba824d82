import type { Term } from './analyse-text.ts';

const none: ReadonlySet<string> = new Set();

/**
 * The sites that a statement names, as tokens, with what they are parts of; "site" itself is none.
 *
 * @example
 * sitesIn(analyseText('IMT of the cavernous sinus', lexicon)) //=> Set { '@cavernous-sinus', '@skull-base' }
 */
export function sitesIn(statement: readonly Pick<Term, 'kind' | 'token' | 'word'>[]): ReadonlySet<string> {
  const sites = statement.filter(({ kind }) => kind === 'site');
  if (sites.length === 0) return none;
  const wider = sites.flatMap(({ word }) => word?.broader.filter((id) => id !== 'site') ?? []);
  return new Set([...sites.map(({ token }) => token), ...wider.map((id) => `@${id}`)]);
}
