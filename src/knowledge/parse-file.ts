import type { z } from 'zod';
import { type LineOf, lineFinder, syntaxProblems } from './locate.ts';
import type { ParsedAhead } from './parsed-ahead.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';
import type { KnowledgeFile } from './read-files.ts';
import { readYaml } from './read-yaml.ts';
import { textKey } from './text-key.ts';

export type Parsed<T> = { value: T; lineOf: LineOf } | { problems: Problem[] };

/** Reads one YAML file against its schema; every mistake in it is told, not only the first. */
export function parseFile<S extends z.ZodType>(
  file: KnowledgeFile,
  schema: S,
  ahead: ParsedAhead = new Map(),
): Parsed<z.output<S>> {
  const lineOf = lineFinder(file);
  let content: unknown;
  try {
    content = ahead.get(textKey(file.text)) ?? readYaml(file.text);
  } catch (error) {
    return { problems: syntaxProblems(file, error) };
  }
  const result = schema.safeParse(content);
  if (result.success) return { value: result.data, lineOf };
  const problems = result.error.issues.map(({ path, message }) => ({
    file: file.path,
    path: pathText(path),
    line: lineOf(path),
    expected: message,
  }));
  return { problems };
}
