/** The bits of a letter a-z, large or small: 1 to 26. */
export const letter = 31;
export const mayBeCapital = 32;
export const digit = 64;

/**
 * What each UTF-16 unit may begin: a letter a-z (its number), a capital, a digit, or nothing (0). The first half of a
 * pair stands for the pair; the letters of China and its neighbours have no capitals.
 */
export const kindOf: Uint8Array = Uint8Array.from({ length: 65_536 }, (_, unit) => {
  if (unit >= 48 && unit <= 57) return digit;
  if (unit >= 65 && unit <= 90) return mayBeCapital | (unit - 64);
  if (unit >= 97 && unit <= 122) return unit - 96;
  const isCaseless = unit < 0xc0 || (unit >= 0x2e80 && unit < 0xa640) || (unit >= 0xdc00 && unit < 0xe000);
  return isCaseless ? 0 : mayBeCapital;
});
