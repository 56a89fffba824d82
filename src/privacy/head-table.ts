import { kindOf, letter } from './unit-kinds.ts';

const every = 0xffffffff;

/**
 * Which words begin with one of the heads, by the code that `Beginnings.wordHead` holds: for its first two letters one
 * bit for each third. Of a head three letters count; what is no letter a-z is like any other such sign. Throws nothing.
 *
 * @example
 * hasHead(headTable(['tel']), (20 << 10) | (5 << 5) | 12) //=> true
 */
export function headTable(heads: readonly string[]): Uint32Array {
  const table = new Uint32Array(32 ** 2);
  for (const head of heads) {
    const [first = 0, second, third] = [...head].map((sign) => (kindOf[sign.charCodeAt(0)] ?? 0) & letter);
    const thirds = third === undefined ? every : 1 << third;
    for (let other = 0; other <= letter; other += 1) {
      const row = (first << 5) | other;
      if (second === undefined || second === other) table[row] = (table[row] ?? 0) | thirds;
    }
  }
  return table;
}

/**
 * Whether a word with this code has one of the heads of a table.
 *
 * @example
 * hasHead(headTable(['te']), (20 << 10) | (5 << 5) | 12) //=> true
 */
export function hasHead(table: Uint32Array, code: number): boolean {
  return (((table[code >> 5] ?? 0) >>> (code & letter)) & 1) === 1;
}
