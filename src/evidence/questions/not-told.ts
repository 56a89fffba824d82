import type { Term } from './analyse-text.ts';

const treatments: ReadonlySet<Term['kind']> = new Set(['modality', 'drug']);
const wouldChangeIt: readonly [what: string, tells: (term: Term) => boolean][] = [
  ['ALK status', ({ token }) => token.startsWith('@alk') || token === '@ros1' || token === '@ntrk'],
  ['site', ({ kind }) => kind === 'site'],
  ['margins', ({ token }) => token === '@margins' || token.endsWith('-resection')],
];

/**
 * What a question on a treatment did not say of the tumour and would change its answer; nothing of other questions.
 *
 * @example
 * notTold(analyseText('RT for IMT of the orbit', lexicon)) //=> ['ALK status', 'margins']
 */
export function notTold(terms: readonly Term[]): string[] {
  if (!terms.some(({ kind }) => treatments.has(kind))) return [];
  return wouldChangeIt.filter(([, tells]) => !terms.some(tells)).map(([what]) => what);
}
