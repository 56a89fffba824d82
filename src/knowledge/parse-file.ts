import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';
import type { KnowledgeFile } from './read-files.ts';

/** Tells the line of a place in the file, or of its nearest parent that stands there. */
export type LineOf = (path: readonly PropertyKey[]) => number | null;

export type Parsed<T> = { value: T; lineOf: LineOf } | { problems: Problem[] };

/** Reads one YAML file against its schema; every mistake in it is told, not only the first. */
export function parseFile<S extends z.ZodType>(file: KnowledgeFile, schema: S): Parsed<z.output<S>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file: file.path,
      path: '(YAML)',
      line: lineCounter.linePos(error.pos[0]).line,
      expected: error.message,
    }));
    return { problems };
  }
  const lineOf = lineFinder(document, lineCounter);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf };
  const problems = result.error.issues.map(({ path, message }) => ({
    file: file.path,
    path: pathText(path),
    line: lineOf(path),
    expected: message,
  }));
  return { problems };
}

function lineFinder(document: Document, lineCounter: LineCounter): LineOf {
  return (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    }
    return null;
  };
}
