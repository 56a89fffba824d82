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

const plain = /^[a-z' -]*$/;

/**
 * A name as the lists hold it: small letters, no accents.
 *
 * @example
 * foldName('Søren') //=> 'soren'
 */
export function foldName(name: string): string {
  const small = name.toLowerCase();
  if (plain.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðæœıþ]/g, (letter) => spelled[letter] ?? letter);
}
