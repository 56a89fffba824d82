import { DoseError } from './dose-error.ts';

/** `ab`, `a/b`, `α/β`, `alpha-beta ratio`, and how keyboards miss the Greek: `α/ß`, `∝/β`. */
const name = '(?:ab|a[/:][bß]|[αɑ∝] ?[/:]? ?[βß]|alpha[ /:-]{0,3}beta)';
const start = new RegExp(`(?<![\\p{L}\\d])${name}(?: ratios?)?( ?(?:=|:|of\\b|is\\b))*`, 'giu');
const number =
  /( ?-?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}))(?![\d~%]|\.\d|-\d|\/\d)(?:( ?gy)(?!\p{L})|(?!\p{L}))/iuy;
const asWritten = / ?[^\s;,]{0,30}/y;
const joint = / ?(?:[,;&] ?|(?:and|or) )| /iy;
/** What follows a number that is a dose, a count or a time, so that it is no α/β. */
const schedule =
  / ?(?:\(?c?gy)?\)? ?(?!(?:days|per[ -]?week) ?=)(?:[/×@#+→]|[x×] ?\d|(?:in|over|at|of|to|single|each|per|daily|weekly|bid|bd|tid|tds|days?|weeks?|times|f|fx|fxs|fr|frs|fractions?)(?!\p{L})|次|回)/iuy;
const end = / ?(?:$|[,;)\n?!])| (?:-?\d|and |or |& )/y;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/**
 * Cuts `α/β of 10 and 3`, `ab=10;3`, `alpha/beta ratio 4 Gy` out of a normalised text. A list ends where a
 * schedule begins. What stands behind `=` is given as written even when it is no number: it is checked later.
 * Throws a `DoseError` when α/β is given twice.
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
    const found = readList(text, named.index + named[0].length, named[1] !== undefined);
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
function readList(text: string, from: number, signed: boolean): { written: string; end: number } | null {
  const first = readItem(text, from);
  if (!first || (!signed && at(schedule, text, first.bare))) {
    const [ahead = ''] = (signed && at(asWritten, text, from)) || [];
    return signed ? { written: ahead.trim(), end: from + ahead.length } : null;
  }
  const items = [first];
  for (;;) {
    const last = items.at(-1) ?? first;
    const between = at(joint, text, last.end);
    const next = between && readItem(text, last.end + between[0].length);
    if (!between || !next || at(schedule, text, next.bare)) break;
    const spaced = between[0] === ' ';
    if (spaced && !at(end, text, next.end)) break;
    // "10 and 3 Gy", but not "10, 60 Gy": that is a dose without its fractions.
    if (next.hasUnit && !last.hasUnit && /^ ?[,;]|^ $/.test(between[0])) break;
    items.push(next);
  }
  return { written: items.map(({ value }) => value).join(','), end: items.at(-1)?.end ?? from };
}

function readItem(text: string, from: number) {
  const [all = '', value = '', unit = ''] = at(number, text, from) ?? [];
  if (!all) return null;
  return { value: value.trim(), hasUnit: unit !== '', end: from + all.length, bare: from + value.length };
}
