import { DoseError } from './dose-error.ts';

const ambiguous = (text: string, write: string) =>
  new DoseError('NUMBER_FORMAT', `"${text}" can be read two ways. Write ${write}.`);

/** A decimal number as people type it, and how many decimals it was given with. */
export interface PlainNumber {
  value: number;
  decimals: number;
  commaThousands: boolean;
}

/**
 * Reads digits with points and commas: `50.4`, `50,4`, `5,400`, `1,234.5`.
 * A comma before exactly three digits separates thousands and is flagged, because that reading needs cGy.
 * Throws a `DoseError` for what has no single reading (`5.400,0`, `1.2.3`) or no end (ten digits and more).
 *
 * @example
 * readNumber('50,4'); // { value: 50.4, decimals: 1, commaThousands: false }
 */
export function readNumber(text: string): PlainNumber {
  if (text.replace(/\D/g, '').length > 9) {
    throw new DoseError('NUMBER_FORMAT', `"${text.slice(0, 12)}…" has too many digits. Write it as 50.4.`);
  }
  const [, whole = '', tail = ''] = /^(\d*)(.*)$/.exec(text) ?? [];
  if (tail === '') return { value: Number(whole), decimals: 0, commaThousands: false };
  if (/^\.\d+$/.test(tail)) return decimal(whole, tail.slice(1));
  if (/^,\d{3}$/.test(tail) && /^[1-9]\d{0,2}$/.test(whole)) {
    return { value: Number(whole + tail.slice(1)), decimals: 0, commaThousands: true };
  }
  if (/^,\d{3}\.\d+$/.test(tail) && /^[1-9]\d{0,2}$/.test(whole)) {
    const [thousands = '', fraction = ''] = tail.slice(1).split('.');
    return { ...decimal(whole + thousands, fraction), commaThousands: true };
  }
  if (/^,\d+$/.test(tail) && whole !== '') return decimal(whole, tail.slice(1));
  throw ambiguous(text, 'decimals with one point and no separators, as 50.4 or 5400');
}

function decimal(whole: string, fraction: string): PlainNumber {
  return { value: Number(`${whole || '0'}.${fraction}`), decimals: fraction.length, commaThousands: false };
}
