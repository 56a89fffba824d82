import { DoseError } from './dose-error.ts';
import { commaError, readCommaDecimal } from './read-comma-decimal.ts';

/** `ab`, `a/b`, `α/β`, `alpha-beta ratio`, and how keyboards miss the Greek: `α/ß`, `∝/β`. */
const name = '(?:ab|a[/:][bß]|[αɑ∝] ?[/:]? ?[βß]|alpha[ /:-]{0,3}beta)';
/** The tissue that a ratio is for: it is shown for every schedule, so the word says nothing more. */
const tissue =
  '(?:the )?(?:tumou?rs?|sarcomas?|late|early|acute|(?:spinal )?cord|normal|healthy|lung|brain|bowel|skin|nerve)(?:[ -](?:tissues?|effects?|reactions?|responding|toxicity))*';
const start = new RegExp(
  `(?<![\\p{L}\\d])${name}(?: ratios?)?(?: ?(?:for |\\()?${tissue}\\)?(?= ?[=:]? ?\\d))?( ?(?:=|:|of\\b|is\\b))*`,
  'giu',
);
const number =
  /( ?-?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}))(?![\d~%]|\.\d|-\d|\/\d)(?:( ?gy)(?!\p{L})|(?!\p{L}))/iuy;
const asWritten = / ?[^\s;,]{0,30}/y;
const label = new RegExp(` ?\\([\\p{L} -]{1,30}\\)| (?:for |in )?${tissue}(?!\\p{L})`, 'iuy');
const lastLabel = new RegExp(` ?(?:\\(|for |in )?${tissue}(?!\\p{L})\\)?`, 'iuy');
const labelAhead = new RegExp(` ?${tissue} ?[:=]?(?= ?\\d)`, 'iuy');
const joint = / ?(?:[,;&] ?|(?:and|or|und|et) )| /iy;
/** What follows a number that is a dose, a count or a time, so that it is no α/β. */
const schedule =
  / ?(?:\(?c?gy)?\)? ?(?!(?:days|per[ -]?week) ?=)(?:[/×@#+→]|[x×] ?\d|(?:in|over|at|of|to|single|each|per|daily|weekly|bid|bd|tid|tds|days?|weeks?|times|f|fx|fxs|fr|frs|fractions?)(?!\p{L})|次|回)/iuy;
/** `50,4 Gy/28F` behind a list of ratios: its 50 is none of them. */
const commaDose = / ?\d{1,3},\d{1,2} ?(?:c?gy|[/×]|x ?\d|in )/iy;
const end = / ?(?:$|[,;)\n?!])| (?:-?\d|and |or |& )/y;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/**
 * Cuts `α/β of 10 and 3`, `ab=10;3`, `α/β 10 (tumour) and 3 (late)`, `alpha/beta ratio 4 Gy` out of a normalised text.
 * A list ends where a schedule begins. What stands behind `=` is given as written even when it is no number: it is
 * checked later. Throws a `DoseError` when α/β is given twice, or with a comma that reads two ways.
 *
 * @example
 * cutAlphaBeta('54 Gy/27F α/β = 10 and 3 Gy'); // { rest: '54 Gy/27F  ', written: '10,3' }
 */
export function cutAlphaBeta(text: string): { rest: string; written?: string } {
  let rest = '';
  let from = 0;
  let written: string | undefined;
  for (const named of text.matchAll(start)) {
    if (named.index < from) continue;
    const isOption = /^ab/i.test(named[0]);
    const found = readList(text, named.index + named[0].length, named[1] !== undefined, isOption);
    if (!found) continue;
    if (written !== undefined) {
      throw new DoseError('OPTION_INVALID', '`ab` is given twice. Write it once, as `ab=10,3`.');
    }
    written = found.written;
    rest += `${text.slice(from, named.index)} `;
    from = found.end;
  }
  return { rest: rest + text.slice(from), ...(written === undefined ? {} : { written }) };
}

/** `signed`: an `=`, `:` or `of` says that a value follows; without it, only a number is one. */
function readList(
  text: string,
  from: number,
  signed: boolean,
  isOption: boolean,
): { written: string; end: number } | null {
  const first = readItem(text, from, isOption);
  if (!first || (!signed && at(schedule, text, first.bare))) {
    const [ahead = ''] = (signed && at(asWritten, text, from)) || [];
    return signed ? { written: ahead.trim(), end: from + ahead.length } : null;
  }
  const items = [first];
  for (;;) {
    const last = items.at(-1) ?? first;
    const labelled = endOf(label, text, last.end);
    const between = at(joint, text, labelled);
    if (!between) break;
    const begin = endOf(labelAhead, text, labelled + between[0].length);
    // "10,50,4 Gy" is left to the numbers as they stand: only behind a space does a dose begin for sure.
    if (between[0] !== ',' && at(commaDose, text, begin)) break;
    const next = readItem(text, begin, isOption);
    if (!next || at(schedule, text, next.bare)) break;
    const spaced = between[0] === ' ';
    const isLabelled = labelled > last.end || begin > labelled + between[0].length;
    if (spaced && !isLabelled && !at(end, text, next.end)) break;
    // "10 and 3 Gy", but not "10, 60 Gy": that is a dose without its fractions.
    if (next.hasUnit && !last.hasUnit && /^ ?[,;]|^ $/.test(between[0])) {
      if (between[0] === ',' && items.length === 1) throw commaError(last.value, next.value);
      break;
    }
    items.push(next);
  }
  const last = items.at(-1) ?? first;
  return { written: items.map(({ value }) => value).join(','), end: endOf(lastLabel, text, last.end) };
}

function readItem(text: string, from: number, isOption: boolean) {
  const decimal = readCommaDecimal(text, from, isOption);
  if (decimal) return decimal;
  const [all = '', value = '', unit = ''] = at(number, text, from) ?? [];
  if (!all) return null;
  return { value: value.trim(), hasUnit: unit !== '', end: from + all.length, bare: from + value.length };
}

function endOf(pattern: RegExp, text: string, index: number): number {
  return index + (at(pattern, text, index)?.[0].length ?? 0);
}
