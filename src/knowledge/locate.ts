import { createRequire } from 'node:module';
import type { Document, LineCounter } from 'yaml';
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

/** Every place at which a file is no YAML. */
export function syntaxProblems(file: KnowledgeFile, error: unknown): Problem[] {
  const { document, lineCounter } = locate(file);
  const at = (line: number | null, expected: string) => ({ file: file.path, path: '(YAML)', line, expected });
  const found = document.errors.map(({ pos, message }) => at(lineCounter.linePos(pos[0]).line, message));
  return found.length > 0 ? found : [at(null, error instanceof Error ? error.message : 'expected YAML')];
}

// This reader keeps the place of every node, at four times the time and twice the memory of the
// quick one: it is loaded only when there is a mistake to tell.
function locate({ text }: KnowledgeFile): Located {
  const yaml: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const lineCounter = new yaml.LineCounter();
  return { document: yaml.parseDocument(text, { lineCounter, prettyErrors: false }), lineCounter };
}
