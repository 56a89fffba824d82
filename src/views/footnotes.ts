import { superscript } from './words.ts';

/** Numbers source lines in the order in which they are first needed; the same line keeps its number. */
export interface Footnotes {
  /** The mark to print behind a statement. */
  mark(line: string): string;
  /** The numbered lines, for the foot of the page. */
  lines(): string[];
}

export function footnotes(): Footnotes {
  const numbers = new Map<string, number>();
  return {
    mark(line) {
      const number = numbers.get(line) ?? numbers.size + 1;
      numbers.set(line, number);
      return superscript(number);
    },
    lines: () => [...numbers].map(([line, number]) => `${superscript(number)} ${line}`),
  };
}
