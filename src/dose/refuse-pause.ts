import { DoseError } from './dose-error.ts';
import type { Token } from './token.ts';

const stops = 'gaps?|rest|break|pause|interruption';
const lies = `${stops}|intermission|interval|delay|missed|after`;
const pause = new RegExp(`^(?:${stops})$`, 'i');
const ahead = new RegExp(`^(?:${lies})$`, 'i');
const behind = new RegExp(
  `^(?:${lies}|off|apart|later|earlier|ago|before|prior|since|post|postop|out|old|from|following|until|follow|followup)$`,
  'i',
);
const between = ['of', 'for', 'per', 'open', 'dash'];
/** Words that name the time of the treatment itself, or say nothing of what the time is of. */
const ofTreatment =
  /^(?:overall|ott|elapsed|duration|times?|gesamt\p{L}*|during|completed?|mon|tue|wed|thu|fri|sat|sun|about|approx|疗程|共|用时|历时)$/iu;
/** "scan in 6 weeks" is an appointment, "to the pelvis in 6 weeks" is not. */
const event =
  /^(?:surgery|resection|op|operation|scan|mri|ct|pet|review|seen|see|visit|clinic|back|follow|followup|restag\p{L}*|chemo\p{L}*|imatinib|steroids?)$/iu;

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
    matches(following, behind) &&
    !(isOverall && /^(?:before|prior|from|following|after|post|postop|until)$/i.test(following?.text ?? ''));
  if (!isBehind && !matches(tokens[first], ahead) && !isOfAnother(tokens, at, at + 2 + hyphen)) return;
  const word = isBehind ? ` ${following?.text}` : '';
  throw new DoseError(
    'UNPARSED_TAIL',
    `"${tokens[at]?.text} ${period.text}${word}" is not the time of the whole treatment. Write that, as \`54 Gy/27F over 45 days\`, or leave the time out.`,
  );
}

/**
 * Whether a time stands beside a word that it may belong to: `6 weeks of chemo`, `paused 5 days`, `every 3 weeks`. One
 * behind `over` or a slash is that of the treatment, unless what it is of is said.
 */
function isOfAnother(tokens: readonly Token[], at: number, behindAt: number): boolean {
  const next = tokens[behindAt];
  if (next?.kind === 'of' && isForeign(tokens[behindAt + 1])) return true;
  const joint = tokens[at - 1];
  if (joint?.kind === 'slash' || (joint?.kind === 'in' && /^over$/i.test(joint.text))) return false;
  if (joint?.kind === 'in') return matches(tokens[at - 2], event) || matches(next, event);
  if (isForeign(next) || (next?.kind === 'fractions' && isForeign(tokens[behindAt + 1]))) return true;
  const isJoined = joint !== undefined && ['for', 'times', 'at'].includes(joint.kind);
  const before = isJoined ? tokens[at - 2] : joint;
  return before?.text.toLowerCase() === 'every' || isForeign(before);
}

/** A word that is not of radiotherapy and may name what a time is of. */
function isForeign(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.known && token.text.length > 1 && !ofTreatment.test(token.text);
}

function matches(token: Token | undefined, pattern: RegExp): boolean {
  return token?.kind === 'word' && pattern.test(token.text);
}
