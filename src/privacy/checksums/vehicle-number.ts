const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const values = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';

/**
 * Whether 17 capitals and digits carry the check character of a vehicle identification number (ISO 3779, as used in
 * North America).
 *
 * @example
 * isVehicleNumber('2T1BURHE2JC074321') //=> true
 */
export function isVehicleNumber(number: string): boolean {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(number)) return false;
  const sum = weights.reduce(
    (total, weight, place) => total + weight * (values.indexOf(number[place] ?? '') % 10),
    0,
  );
  return '0123456789X'[sum % 11] === number[8];
}
