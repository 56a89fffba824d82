/** One broken rule. It tells of shapes and sizes only, so that it can be logged: never of what the message says. */
export interface Problem {
  /** Where, for example `blocks[3].elements[0].text.text`. */
  path: string;
  expected: string;
  got: string;
}

/** The problems as one line each, at most ten of them. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems
    .slice(0, 10)
    .map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`);
  const others = problems.length - lines.length;
  return [...lines, ...(others > 0 ? [`and ${others} more`] : [])].join('\n');
}

/** Slack's own words look like this; anything else may be text of the message and is not repeated. */
const slackWord = /^[a-z][a-z_]{0,39}$/;

export function childPath(parent: string, key: string): string {
  const name = slackWord.test(key) ? key : '(other name)';
  return parent === '' ? name : `${parent}.${name}`;
}

export function namedType(value: unknown): string {
  return typeof value === 'string' && slackWord.test(value) ? `type "${value}"` : shapeOf(value);
}

/** What a value is, without what it says. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return value.trim() === '' ? 'an empty string' : `a string of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
