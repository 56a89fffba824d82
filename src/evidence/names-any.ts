import { foldText } from './fold-text.ts';

/**
 * Whether a text holds one of some words or phrases whole, compared as folded.
 *
 * @example
 * namesAny('Low-dose radiotherapy of the orbit', ['low dose']) //=> true
 * namesAny('Orbital IMT', ['orbit']) //=> false
 */
export function namesAny(text: string, words: readonly string[]): boolean {
  const folded = ` ${foldText(text)} `;
  return words.some((word) => folded.includes(` ${foldText(word)} `));
}
