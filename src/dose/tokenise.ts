import { DoseError } from './dose-error.ts';
import { numberedNameAt } from './numbered-name.ts';
import { readNumber } from './read-number.ts';
import type { Token } from './token.ts';
import { unspacedWordAt } from './unspaced-word.ts';
import { findMeaning } from './vocabulary.ts';

const digits = /(?:\d+(?:[.,]\d+)*|\.\d+)/y;
const letters =
  /[\p{L}--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]+(?:\.\p{L}(?=[.\s]|$))*/vy;
/** `Gyx27` and `GyBID` are two words, `FEV1` and `PTV54` are one. */
const glued = /^(c?gy)(.+)$/;
const rest = /[[\p{L}\d]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]+/vy;
const gluedDose = /\d(?:[.,]\d+)?c?gy/i;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/**
 * Cuts a normalised text into words, signs and numbers, each looked at once.
 * Throws a `DoseError` for a number that cannot be read.
 *
 * @example
 * tokenise('54Gy/27F').map((token) => token.kind); // ['number', 'unit', 'slash', 'number', 'fractions']
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    const named = numberedNameAt(text, at);
    if (named) {
      tokens.push({ kind: 'word', ...named, at });
      at += named.text.length;
    } else if (startsNumber(text, at)) at = pushNumber(tokens, text, at);
    else if (/\p{L}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) at = pushWord(tokens, text, at);
    else {
      const spelling = char === '\n' ? ';' : char;
      const meaning = findMeaning(spelling);
      if (meaning) tokens.push({ ...meaning, text: char, at });
      else if (char === "'" && /\d'\d{3}/.test(text.slice(Math.max(0, at - 1), at + 4))) {
        throw new DoseError(
          'NUMBER_FORMAT',
          'A quote inside a number cannot be read. Write 5400 cGy or 54 Gy.',
        );
      }
      at += 1;
    }
  }
  return tokens;
}

/** The point of `vs.20` ends a word; the one of `.5` begins a number. */
function startsNumber(text: string, at: number): boolean {
  if (text.charAt(at) === '.') return /\d/.test(text.charAt(at + 1)) && !/\p{L}/u.test(text.charAt(at - 1));
  return /\d/.test(text.charAt(at));
}

function pushNumber(tokens: Token[], text: string, at: number): number {
  const written = matchAt(digits, text, at);
  const end = at + written.length;
  if (/^e[+-]?\d/i.test(text.slice(end, end + 3))) {
    throw new DoseError('NUMBER_FORMAT', `"${written}e…" is not how a dose is written. Write it as 50.4.`);
  }
  const before = tokens.at(-1);
  // A minus sign stands right before the number and behind nothing that it could join or take from.
  const negative = before?.kind === 'dash' && before.at === at - 1 && !joins(tokens.at(-2), before.at);
  if (negative) tokens.pop();
  const numeral = readNumber(written);
  tokens.push({
    kind: 'number',
    ...numeral,
    value: negative ? -numeral.value : numeral.value,
    text: written,
    at,
  });
  return end;
}

/** Whether what stands before a dash touches it, or is an amount: then the dash is no minus sign. */
function joins(before: Token | undefined, dashAt: number): boolean {
  if (!before) return false;
  const touches = before.at + before.text.length === dashAt;
  const amount = ['number', 'unit', 'fractions', 'close', 'rbe'].includes(before.kind);
  return amount || (touches && before.kind === 'word');
}

function pushWord(tokens: Token[], text: string, at: number): number {
  const unspaced = unspacedWordAt(text, at);
  if (unspaced) {
    tokens.push({
      ...(findMeaning(unspaced) ?? { kind: 'word', known: false }),
      text: unspaced,
      at,
    });
    return at + unspaced.length;
  }
  const written = matchAt(letters, text, at);
  if (!written) return at + 1;
  const end = at + written.length;
  const spelling = written.toLowerCase().replaceAll('.', '');
  const meaning = findMeaning(spelling);
  // "10Fx3Gy" with nothing between is a product: 10F × 3 Gy.
  if (spelling === 'fx' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(end))) {
    tokens.push({ kind: 'fractions', text: text.charAt(at), at }, { kind: 'times', text: 'x', at: at + 1 });
    return end;
  }
  if (meaning) {
    tokens.push({ ...meaning, text: written, at });
    return end;
  }
  const [, unit = '', other = ''] = glued.exec(spelling) ?? [];
  const [first, second] = [findMeaning(unit), findMeaning(other)];
  if (first && second && written.length === spelling.length) {
    const middle = at + unit.length;
    tokens.push({ ...first, text: text.slice(at, middle), at });
    tokens.push({ ...second, text: text.slice(middle, end), at: middle });
    return end;
  }
  const name = written + matchAt(rest, text, end);
  // "ALK+" is no phase.
  const isPositive = /^\+(?:[)/]| ?\p{L})/u.test(text.slice(at + name.length, at + name.length + 3));
  const whole = isPositive ? `${name}+` : name;
  if (gluedDose.test(whole)) {
    throw new DoseError(
      'NUMBER_FORMAT',
      `Where does the dose begin in "${whole.slice(0, 30)}"? Write a space before it, as \`PTV 54 Gy/27F\`.`,
    );
  }
  tokens.push({ kind: 'word', known: false, text: whole, at });
  return at + whole.length;
}
