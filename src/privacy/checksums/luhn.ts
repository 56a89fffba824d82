/**
 * Whether digits carry the check digit of payment cards (Luhn, modulus 10).
 *
 * @example
 * isLuhn('5424180179256315') //=> true
 */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
