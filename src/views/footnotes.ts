import { superscript } from './words.ts';

/** Numbers source lines in the order in which they are first needed; the same line keeps its number. */
export interface Footnotes {
  /** The mark to print behind a statement; `isPlaced` is false when where it stands in the publication is not known. */
  mark(line: string, isPlaced: boolean): string;
  /** The numbered lines, for the foot of the page, and once for which of them the place is not known. */
  lines(): string[];
  /** These notes so far, to go on with elsewhere. */
  copy(): Footnotes;
}

export function footnotes(noted: Iterable<[line: string, note: Note]> = []): Footnotes {
  const notes = new Map(noted);
  return {
    mark(line, isPlaced) {
      const note = notes.get(line) ?? { mark: superscript(notes.size + 1), isPlaced };
      notes.set(line, note);
      return note.mark;
    },
    lines: () => [
      ...[...notes].map(([line, { mark }]) => `${mark} ${line}`),
      ...unplacedLine([...notes.values()]),
    ],
    copy: () => footnotes(notes),
  };
}

interface Note {
  mark: string;
  isPlaced: boolean;
}

function unplacedLine(notes: readonly Note[]): string[] {
  const unplaced = notes.filter(({ isPlaced }) => !isPlaced).map(({ mark }) => mark);
  if (unplaced.length === 0) return [];
  const isAll = unplaced.length === notes.length && unplaced.length > 1;
  return [`Place in the publication not recorded${isAll ? ' for any of these' : `: ${unplaced.join(' ')}`}`];
}
