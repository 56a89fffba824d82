/** One place where a pattern fits; `value` is its last group, which ends where the whole ends, or the whole. */
export interface Match {
  whole: string;
  value: string;
  start: number;
  end: number;
  groups: Record<string, string | undefined>;
}

/**
 * Every place where a pattern (flag `g`) fits. A pattern with a group named `value` must end with it.
 *
 * @example
 * [...eachMatch(/mrn (?<value>\d+)/g, 'mrn 4471902')][0]?.start //=> 4
 */
export function* eachMatch(pattern: RegExp, text: string): Generator<Match> {
  for (const match of text.matchAll(pattern)) {
    const whole = match[0];
    const value = match.groups?.value ?? whole;
    const end = match.index + whole.length;
    yield { whole, value, start: end - value.length, end, groups: match.groups ?? {} };
  }
}
