import { rowWords } from '../store/row-words.ts';

/** How much there is of each kind, the numbers below one another; of what there is none, nothing. */
export function printRows(rows: Readonly<Record<string, number>>, print: (line: string) => void): void {
  const some = Object.entries(rows).filter(([, count]) => count > 0);
  const width = Math.max(...some.map(([, count]) => String(count).length));
  for (const [table, count] of some) print(`${String(count).padStart(width)}  ${rowWords(table)}`);
}
