import { superscript } from './words.ts';

/** Numbers source lines in the order in which they are first needed; the same line keeps its number. */
export interface Footnotes {
  /** The mark to print behind a statement. */
  mark(line: string): string;
  /** The numbered lines, for the foot of the page. */
  lines(): string[];
  /** These notes so far, to go on with elsewhere. */
  copy(): Footnotes;
}

export function footnotes(noted: Iterable<[line: string, number: number]> = []): Footnotes {
  const numbers = new Map(noted);
  return {
    mark(line) {
      const number = numbers.get(line) ?? numbers.size + 1;
      numbers.set(line, number);
      return superscript(number);
    },
    lines: () => [...numbers].map(([line, number]) => `${superscript(number)} ${line}`),
    copy: () => footnotes(numbers),
  };
}
