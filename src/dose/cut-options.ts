import { cutAlphaBeta } from './cut-alpha-beta.ts';
import { DoseError } from './dose-error.ts';
import { findMeaning } from './vocabulary.ts';

export type OptionName =
  | 'ab'
  | 'ref'
  | 'days'
  | 'per week'
  | 'start'
  | 'weekdays'
  | 'missed'
  | 'interval'
  | 'repair'
  | 'k'
  | 'tk'
  | 'alpha'
  | 'tp'
  | 'as'
  | 'sum';

const spellings: Record<string, OptionName> = {
  reference: 'ref',
  'per-week': 'per week',
  perweek: 'per week',
};
const names =
  'ref|reference|days|per week|per-week|perweek|start|weekdays|missed|interval|repair|k|tk|alpha|tp';
// A list goes on behind ", " only while no schedule begins there: `days=36, 11` but `days=36, 20/10`.
const item =
  '-?[\\d.]{1,9}[hd]?(?![\\d.]* ?(?:[/×#(,]\\d*[/×]|[/×#(]|x ?\\d|in ?\\d|c?gy|f\\b|fx|fr))|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}';
const assigned = `((?:${names})(?= ?=)) ?=? ?([^\\s;,]{0,30}(?:, ?(?:${item})(?![\\p{L}\\d]))*)`;
const iso = 'as ?=? ?(-?[\\d.]{1,9}) ?(?:f|fx|fr|fraction|fractions|#)(?![\\p{L}\\d])';
const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${assigned}|${iso}|(sum)(?![\\p{L}\\d]))`, 'giu');

/**
 * Cuts the options out of a normalised text and leaves the schedules.
 * Throws a `DoseError` for an option given twice or one that does not exist.
 *
 * @example
 * cutOptions('54 Gy/27F vs 20 Gy/10F ab=10,3').options.get('ab'); // '10,3'
 */
export function cutOptions(text: string): { schedules: string; options: Map<OptionName, string> } {
  const options = new Map<OptionName, string>();
  const { rest, written } = cutAlphaBeta(text);
  if (written !== undefined) options.set('ab', written);
  const schedules = rest.replace(pattern, (_, name?: string, value?: string, fractions?: string) => {
    const spelling = name?.toLowerCase() ?? (fractions === undefined ? 'sum' : 'as');
    const option = spellings[spelling] ?? (spelling as OptionName);
    if (options.has(option)) {
      throw new DoseError('OPTION_INVALID', `\`${option}\` is given twice. Write it once.`);
    }
    options.set(option, value ?? fractions ?? '');
    return ' ';
  });
  // "2 Gy x 27 fx = 54 Gy" is a sum; "foo = 3" is an option that does not exist.
  const assignedTo = [...schedules.matchAll(/(\p{L}{1,20}) ?=/gu)].map(([, word = '']) => word);
  const unknown = assignedTo.find((word) => !findMeaning(word.toLowerCase()));
  if (unknown) {
    throw new DoseError(
      'OPTION_INVALID',
      `There is no option \`${unknown}\`. Write \`ab=\`, \`ref=\`, \`days=\`, \`per week=\` or \`start=\`.`,
    );
  }
  return { schedules, options };
}
