const spelled: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/**
 * A name as the lists hold it: small letters, no accents.
 *
 * @example
 * foldName('Søren') //=> 'soren'
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðæœıþ]/g, (letter) => spelled[letter] ?? letter);
}
