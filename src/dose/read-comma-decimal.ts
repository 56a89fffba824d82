import { DoseError } from './dose-error.ts';

const pair = / ?(\d{1,2}),(\d{1,2})(?![\d.]|,\d)( ?gy(?!\p{L}))?/iuy;
const commaMeasure = /\d,\d{1,2} ?(?:c?gy|[cm]m\b)/gi;

/** An α/β with a decimal comma: its text with a point, and where it ends, without and with its unit. */
interface CommaDecimal {
  value: string;
  hasUnit: boolean;
  bare: number;
  end: number;
}

/**
 * Reads `2,5` at `from` as a decimal where the doses or sizes of the text have decimal commas too; none elsewhere, and none for
 * `10,3` behind `ab`, where a list is the rule. Throws a `DoseError` for `α/β 10,3` beside such doses, which reads two ways.
 *
 * @example
 * readCommaDecimal('50,4 Gy/28F α/β 2,5', 15, false)?.value; // '2.5'
 */
export function readCommaDecimal(text: string, from: number, isOption: boolean): CommaDecimal | null {
  pair.lastIndex = from;
  const [all = '', whole = '', decimals = '', unit = ''] = pair.exec(text) ?? [];
  if (!all) return null;
  const end = from + all.length;
  const isCommaText = [...text.matchAll(commaMeasure)].some(({ index }) => index < from || index >= end);
  if (!isCommaText) return null;
  const isDecimal = whole.length === 1 && (decimals === '5' || decimals.length === 2);
  if (isDecimal) return { value: `${whole}.${decimals}`, hasUnit: unit !== '', bare: end - unit.length, end };
  if (isOption) return null;
  throw commaError(whole, decimals);
}

/**
 * The refusal of a comma behind α/β that reads as a decimal and as a list.
 *
 * @example
 * commaError('10', '3').code; // 'NUMBER_FORMAT'
 */
export function commaError(whole: string, decimals: string): DoseError {
  return new DoseError(
    'NUMBER_FORMAT',
    `"${whole},${decimals}" behind α/β can be read as one number or as two. Write \`ab=${whole}.${decimals}\`, or \`ab=${whole}, ${decimals}\`.`,
  );
}
