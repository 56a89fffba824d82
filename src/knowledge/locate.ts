import { createRequire } from 'node:module';
import type { Document, ErrorCode, LineCounter } from 'yaml';
import type { Problem } from './problem.ts';
import type { KnowledgeFile } from './read-files.ts';

/** Tells the line of a place in the file, or of its nearest parent that stands there. */
export type LineOf = (path: readonly PropertyKey[]) => number | null;

interface Located {
  document: Document;
  lineCounter: LineCounter;
}

/** For one file; reads it anew, with places, only when the first mistake asks. */
export function lineFinder(file: KnowledgeFile): LineOf {
  let located: Located | undefined;
  return (path) => {
    located ??= locate(file);
    const { document, lineCounter } = located;
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lineCounter.linePos(node.range[0]).line;
    }
    return null;
  };
}

/** The first place at which a file is no YAML: what follows it is mostly its consequence. */
export function syntaxProblems(file: KnowledgeFile, error: unknown): Problem[] {
  const { document, lineCounter } = locate(file);
  const at = (line: number | null, expected: string) => [{ file: file.path, path: '(YAML)', line, expected }];
  const [first] = document.errors;
  if (file.text.trim() === '') return at(null, 'the file is empty: write it, or delete it');
  if (first === undefined) return at(null, error instanceof Error ? error.message : 'expected YAML');
  return at(
    lineCounter.linePos(first.pos[0]).line,
    syntaxInWords[first.code] ?? `expected YAML: ${first.message}`,
  );
}

const sameColumn =
  'expected the keys of one entry in the same column, and text that holds a colon and a space in quotes; it may be the line above';

/** Of the reader’s mistakes those that a slip of the pen makes. */
const syntaxInWords: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: sameColumn,
  BLOCK_AS_IMPLICIT_KEY: sameColumn,
  MULTILINE_IMPLICIT_KEY: sameColumn,
  BLOCK_IN_FLOW: sameColumn,
  MISSING_CHAR:
    'expected this line in the column of the lines like it, or a hyphen, quote, bracket or colon that is missing here or just before',
  TAB_AS_INDENT: 'expected spaces at the beginning of the line: a tab stands there',
  DUPLICATE_KEY: 'this key stands twice in the same entry: expected it once',
};

// This reader keeps the place of every node, at four times the time and twice the memory of the
// quick one: it is loaded only when there is a mistake to tell.
function locate({ text }: KnowledgeFile): Located {
  const yaml: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const lineCounter = new yaml.LineCounter();
  return { document: yaml.parseDocument(text, { lineCounter, prettyErrors: false }), lineCounter };
}
