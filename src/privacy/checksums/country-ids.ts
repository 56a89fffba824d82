const mod11 = (digits: string, weights: readonly number[]) => {
  const rest = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0) % 11;
  return rest < 2 ? 0 : 11 - rest;
};

/**
 * Whether eleven digits carry both check digits of a CPF of Brazil.
 *
 * @example
 * isCpf('52998224725') //=> true
 */
export function isCpf(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^(\d)\1{10}$/.test(digits)) return false;
  const first = mod11(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = mod11(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return digits.endsWith(`${first}${second}`);
}

/**
 * Whether eight digits (the first may be X, Y or Z) and a letter are a DNI or NIE of Spain.
 *
 * @example
 * isSpanishId('12345678Z') //=> true
 */
export function isSpanishId(number: string): boolean {
  if (!/^[\dXYZ]\d{7}[A-Z]$/.test(number)) return false;
  const digits = number.slice(0, 8).replace(/[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === number[8];
}

/**
 * Whether 13 characters and two digits carry the key of a French social security number (modulus 97).
 *
 * @example
 * isFrenchSocialSecurity('255081416802538') //=> true
 */
export function isFrenchSocialSecurity(digits: string): boolean {
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)\d{10}$/.test(digits)) return false;
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/**
 * Whether a letter, seven digits and a letter are an NRIC or FIN of Singapore.
 *
 * @example
 * isSingaporeId('S1234567D') //=> true
 */
export function isSingaporeId(number: string): boolean {
  if (!/^[STFG]\d{7}[A-Z]$/.test(number)) return false;
  const sum = [2, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, place) => total + weight * Number(number[place + 1]),
    /^[TG]/.test(number) ? 4 : 0,
  );
  return (/^[ST]/.test(number) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11] === number[8];
}
