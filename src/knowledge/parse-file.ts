import type { z } from 'zod';
import { issueInWords } from './issue-in-words.ts';
import { keysAt } from './keys-at.ts';
import { type LineOf, lineFinder, syntaxProblems } from './locate.ts';
import type { ParsedAhead } from './parsed-ahead.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';
import type { KnowledgeFile } from './read-files.ts';
import { readYaml } from './read-yaml.ts';
import { textKey } from './text-key.ts';
import { textProblems } from './text-problems.ts';

export type Parsed<T> = { value: T; lineOf: LineOf } | { problems: Problem[] };

/** Reads one YAML file against its schema; every mistake in it is told, not only the first. */
export function parseFile<S extends z.ZodType>(
  file: KnowledgeFile,
  schema: S,
  ahead: ParsedAhead = new Map(),
): Parsed<z.output<S>> {
  const inText = textProblems(file);
  if (inText.length > 0) return { problems: inText };
  const lineOf = lineFinder(file);
  let content: unknown;
  try {
    // Run from its sources the app has nothing read ahead: then no text needs a key.
    const kept = ahead.size > 0 ? ahead.get(textKey(file.text)) : undefined;
    content = kept ?? readYaml(file.text);
  } catch (error) {
    return { problems: syntaxProblems(file, error) };
  }
  const result = schema.safeParse(content);
  if (result.success) return { value: result.data, lineOf };
  const problems = result.error.issues.map((issue) => ({
    file: file.path,
    path: pathText(issue.path),
    line: lineOf(
      issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    ),
    expected: issueInWords(issue, valueAt(content, issue.path), keysAt(schema, issue.path)),
  }));
  return { problems };
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (part: unknown, step) => (part as Record<PropertyKey, unknown> | null | undefined)?.[step],
    content,
  );
}
