const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether 17 digits and a digit or X are an identity number of China: its check character is right (ISO 7064,
 * modulus 11-2), or, as one digit is easily mistyped, its region and its date of birth are possible.
 *
 * @example
 * isChineseId('33010619880412003X') //=> true
 */
export function isChineseId(number: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(number)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  if ('10X98765432'[sum % 11] === number[17]?.toUpperCase()) return true;
  return /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(number);
}
