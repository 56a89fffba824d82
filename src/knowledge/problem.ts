/** One mistake in the knowledge base, told so that a curator can find and mend it. */
export interface Problem {
  file: string;
  /** Where in the file: `claims[3].figures[0].unit`. */
  path: string;
  line: number | null;
  expected: string;
}

/** The knowledge base cannot be used; the message lists every mistake, one a line. */
export class KnowledgeError extends Error {
  override name = 'KnowledgeError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(
      ({ file, line, path, expected }) => `  ${file}${line === null ? '' : `:${line}`} ${path}: ${expected}`,
    );
    super(
      `The knowledge base has ${problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`}:\n${lines.join('\n')}`,
    );
    this.problems = problems;
  }
}
