const number = String.raw`(\d+(?:\.\d+)?)`;

/** Slack's own marks: mentions, channels, links with and without a label. */
const markup: readonly [RegExp, string][] = [
  [/<[@#!][^>]*>/g, ' '],
  [/<(?:https?|mailto):[^>|]*\|([^>]*)>/g, ' $1 '],
  [/<?(?:https?|mailto):[^\s>]*>?/g, ' '],
];

/** "54/27" is 54 Gy in 27 fractions where each of them comes to 1.5 Gy or more, in whole hundredths. */
function asSchedule(typed: string, total = '', fractions = ''): string {
  const perFractionCGy = (100 * Number(total)) / Number(fractions);
  const isDose = Number(fractions) >= 3 && perFractionCGy >= 150 && Number.isInteger(perFractionCGy);
  return isDose ? `${total} Gy in ${fractions} fractions` : typed;
}

/** Each with what must be there, which is quick to look for. */
const notations: readonly [there: RegExp, RegExp, string | ((...parts: string[]) => string)][] = [
  // Held against each other as by "vs".
  [
    /than|rior to/i,
    /\b(?:better|worse|(?:more|less) effective) than\b|\b(?:superior|inferior) to\b/gi,
    ' versus ',
  ],
  [/&/, /\b(\p{L}) ?& ?(?=\p{L}\b)/gu, '$1 '],
  [/\d\//, /(?<![\d./])(\d{2})\/(\d{1,2})(?![\d./])(?! ?(?:patients|pts|cases|of\b))/g, asSchedule],
  [/gy/i, new RegExp(`${number}\\s*(?:-|–|to)\\s*${number}\\s*(c?gy)\\b`, 'gi'), '$1 $3 to $2 $3'],
  [/\//, /(\d{4})\s*\/\s*(\d+)\s*(?:f|fx|fr|#)(?![\p{L}\d])/giu, '$1 cGy in $2 fractions'],
  [/\d\s*[f#]/i, new RegExp(`${number}\\s*(?:f|fx|fr|frac|#)(?![\\p{L}\\d])`, 'giu'), '$1 fractions'],
  [
    /\d\s*c?g/i,
    new RegExp(`${number}\\s*(c?)(?:gy|grays?)\\b`, 'gi'),
    (_, amount = '', centi = '') => ` ${Math.round(Number(amount) * (centi === '' ? 100 : 1))}cgy Gy `,
  ],
  [/\d/, new RegExp(`${number}\\s*(mg|cm|mm|%)`, 'gi'), ' $1 $2 '],
  [/w\//i, /\bw\/o\b/gi, 'without'],
  [/w\//i, /\bw\/(?=[\s\p{L}])/giu, 'with '],
  [/\d\s?-?(?:wk|mo)/i, /(\d)\s?-?wks?\b/gi, '$1 weeks'],
  [/\d\s?-?(?:wk|mo)/i, /(\d)\s?-?mos?\b/gi, '$1 months'],
  [/\+/, /(?<=[\p{L}\d\s])\+\s?ve\b|(?<=[\p{L}\d])\+(?=[\s,.;:?!)]|$)/giu, ' positive '],
  [
    /[-−–](?:\s?ve|[\s,.;:?!)]|$)/i,
    /(?<=[\p{L}\d\s])[-−–]\s?ve\b|(?<=[\p{L}\d])[-−](?=[\s,.;:?!)]|$)/giu,
    ' negative ',
  ],
  [/[’']s/i, /[’']s\b/gi, ' '],
];

/** What most questions and terms do without: anything but letters, stops, hyphens in words and single spaces. */
const notPlain = /[^A-Za-z (),.;?!/%-]|-(?![a-uw-z])|\b[wW]\/| {2}|^ | $| than | to /;
/** Of the others many have nothing of all this. */
const marked = /[\d+\-−–<&’']|https?:|\bw\/|than|rior to/i;

/**
 * A question with one notation for what clinicians write in many: doses in cGy, `27#` as fractions, `+ve` as
 * positive, and nothing of Slack's markup. Capitals stay, since some abbreviations are known by them.
 *
 * @example
 * normaliseQuestion('54Gy/27# in ROS1+ve IMT?') //=> '5400cgy Gy /27 fractions in ROS1 positive IMT?'
 */
export function normaliseQuestion(text: string): string {
  if (!notPlain.test(text)) return text;
  let plain = text.normalize('NFKC');
  if (!marked.test(plain)) return singleSpaced(plain);
  if (/<|https?:|mailto:/.test(plain)) for (const [pattern, to] of markup) plain = plain.replace(pattern, to);
  for (const [there, pattern, to] of notations)
    if (there.test(plain)) plain = plain.replace(pattern, to as string);
  return singleSpaced(plain);
}

/** Most texts are so already, and to look is quicker than to replace. */
function singleSpaced(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
