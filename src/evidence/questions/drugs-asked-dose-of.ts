import type { Term } from './analyse-text.ts';

const radiotherapy: ReadonlySet<string> = new Set([
  '@radiotherapy',
  '@radiation-dose',
  '@low-dose-radiotherapy',
  '@high-dose-radiotherapy',
  '@fractions',
  '@sbrt',
  '@imrt',
]);
/** As `normaliseQuestion` writes it. */
const amountInGray = /^\d+(?:\.\d+)?cgy$/;
const doseWords: ReadonlySet<string> = new Set(['@dose', '@drug-dose', '@low-dose', '@high-dose']);

/**
 * The drugs whose dose a question asks for; none where it is the dose of radiotherapy.
 *
 * @example
 * drugsAskedDoseOf(analyseText('crizotinib dose', lexicon)).map(({ token }) => token) //=> ['@crizotinib']
 */
export function drugsAskedDoseOf(terms: readonly Term[]): Term[] {
  if (!terms.some(({ token }) => doseWords.has(token))) return [];
  if (terms.some(({ token }) => radiotherapy.has(token) || amountInGray.test(token))) return [];
  return terms.filter(({ kind }) => kind === 'drug');
}
