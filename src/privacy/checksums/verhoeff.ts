/** The multiplication of the dihedral group of ten, and the permutation of the places. */
const times = (a: number, b: number) => {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((((a - b) % 5) + 5) % 5) : (((a - b) % 5) + 5) % 5;
};
const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/**
 * Whether digits carry the check digit of an Aadhaar number (Verhoeff).
 *
 * @example
 * isVerhoeff('582109347615') //=> true
 */
export function isVerhoeff(digits: string): boolean {
  const check = [...digits].reverse().reduce((state, digit, place) => {
    let value = Number(digit);
    for (let round = 0; round < place % 8; round += 1) value = turn[value] ?? value;
    return times(state, value);
  }, 0);
  return check === 0;
}
