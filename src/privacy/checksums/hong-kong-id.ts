/**
 * Whether one or two letters, six digits and a check character are an identity number of Hong Kong (modulus 11).
 *
 * @example
 * isHongKongId('K4829131') //=> true
 */
export function isHongKongId(number: string): boolean {
  const parts = /^([A-Z]{1,2})(\d{6})([\dA])$/.exec(number);
  if (!parts) return false;
  const [, letters = '', digits = '', check = ''] = parts;
  const values = [...letters.padStart(2, ' ')].map((letter) =>
    letter === ' ' ? 36 : Number.parseInt(letter, 36),
  );
  const sum = [...values, ...[...digits].map(Number)].reduce(
    (total, value, place) => total + value * (9 - place),
    0,
  );
  return (sum + Number.parseInt(check, 16)) % 11 === 0;
}
