/** The bits of a letter a-z, large or small: 1 to 26. */
export const letter = 31;
export const mayBeCapital = 32;
export const digit = 64;

/**
 * What each UTF-16 unit may begin: a letter a-z (its number), a capital, a digit, or nothing (0). The first half of a
 * pair stands for the pair; the letters of China and its neighbours have no capitals.
 */
export const kindOf: Uint8Array = new Uint8Array(65_536);
for (let unit = 0xc0; unit < kindOf.length; unit += 1) {
  const isCaseless = (unit >= 0x2e80 && unit < 0xa640) || (unit >= 0xdc00 && unit < 0xe000);
  if (!isCaseless) kindOf[unit] = mayBeCapital;
}
for (let unit = 48; unit <= 57; unit += 1) kindOf[unit] = digit;
for (let place = 1; place <= 26; place += 1) {
  kindOf[64 + place] = mayBeCapital | place;
  kindOf[96 + place] = place;
}
