import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

const stops = 'gaps?|rest|break|pause|interruption';
const lies = `${stops}|intermission|interval|delay|missed|after`;
const pause = new RegExp(`^(?:${stops})$`, 'i');
const ahead = new RegExp(`^(?:${lies})$`, 'i');
const behind = new RegExp(`^(?:${lies}|off|apart|later|earlier|ago|before|postop)$`, 'i');
const between = ['of', 'for', 'per', 'open', 'dash'];

/**
 * Whether a word says that treatment stops for a while.
 *
 * @example
 * isPause(tokenise('rest')[0]); // true
 */
export function isPause(token: Token | undefined): boolean {
  return matches(token, pause);
}

/**
 * Throws a `DoseError` where days or weeks at `at` lie between fractions or beside the treatment (`2-week gap`,
 * `missed 5 days`, `4 weeks later`): read as the overall time they would shorten it.
 *
 * @example
 * refusePause(tokenise('2-week gap'), 0); // throws UNPARSED_TAIL
 */
export function refusePause(tokens: readonly Token[], at: number): void {
  const hyphen = tokens[at + 1]?.kind === 'dash' ? 1 : 0;
  const period = tokens[at + 1 + hyphen];
  if (period?.kind !== 'day' && period?.kind !== 'week') return;
  const following = tokens[at + 2 + hyphen];
  let first = at - 1;
  while (between.includes(tokens[first]?.kind ?? '')) first -= 1;
  const isOverall = tokens[at - 1]?.kind === 'in';
  const isBehind =
    matches(following, behind) && !(isOverall && /^(?:before|after|postop)$/i.test(following?.text ?? ''));
  if (!isBehind && !matches(tokens[first], ahead)) return;
  const word = isBehind ? ` ${following?.text}` : '';
  throw new DoseError(
    'UNPARSED_TAIL',
    `"${tokens[at]?.text} ${period.text}${word}" is not the time of the whole treatment. Write that, as \`54 Gy/27F over 45 days\`, or leave the time out.`,
  );
}

function matches(token: Token | undefined, pattern: RegExp): boolean {
  return token?.kind === 'word' && pattern.test(token.text);
}
