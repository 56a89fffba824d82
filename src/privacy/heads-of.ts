/**
 * The letters that the alternatives of a pattern begin with, at most three of each, as alternatives again.
 * Throws where one begins with no letter.
 *
 * @example
 * headsOf('tel(?:ephone)?|ph|m\\.r\\.n') //=> 'tel|ph|m'
 */
export function headsOf(alternatives: string): string {
  return [...new Set(split(alternatives).flatMap(headsOfOne))].join('|');
}

function headsOfOne(alternative: string): string[] {
  const group = /^\(\?:/.test(alternative) ? alternative.slice(3, closing(alternative)) : undefined;
  if (group !== undefined) return headsOf(group).split('|');
  // What a sign of "perhaps" stands behind is not always there.
  const head = /^\p{L}{0,3}(?![?*{])|^\p{L}{0,2}(?=\p{L}[?*{])/u.exec(alternative)?.[0] ?? '';
  if (!/^[a-z]/i.test(head)) throw new TypeError(`It begins with no letter: ${alternative}`);
  return [head];
}

/** At each bar that stands in no group. */
function split(alternatives: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const unit of alternatives) {
    if (unit === '(') depth += 1;
    if (unit === ')') depth -= 1;
    if (unit === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += unit;
  }
  return parts;
}

function closing(alternative: string): number {
  let depth = 0;
  for (let at = 0; at < alternative.length; at += 1) {
    if (alternative[at] === '(') depth += 1;
    if (alternative[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return alternative.length;
}
