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
 * By `exec`, since `matchAll` first copies the pattern, which for a hundred of them is a seventh of the guard's time.
 *
 * @example
 * eachMatch(/mrn (?<value>\d+)/g, 'mrn 4471902')[0]?.start //=> 4
 */
export function eachMatch(pattern: RegExp, text: string): Match[] {
  const matches: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    matches.push(matchOf(match));
  }
  return matches;
}

/**
 * What a pattern found, with the place of its value.
 *
 * @example
 * matchOf(/mrn (?<value>\d+)/.exec('mrn 4471902')).end //=> 11
 */
export function matchOf(match: RegExpExecArray): Match {
  const whole = match[0];
  const value = match.groups?.value ?? whole;
  const end = match.index + whole.length;
  return { whole, value, start: end - value.length, end, groups: match.groups ?? {} };
}
