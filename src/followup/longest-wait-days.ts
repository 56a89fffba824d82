/**
 * The most days that a message of a day without work waits for the next working day, 1 for Monday to 7 for Sunday;
 * of none at all, 7.
 *
 * @example
 * longestWaitDays([1, 2, 3, 4, 5]) //=> 2, from Saturday to Monday
 */
export function longestWaitDays(workingDays: readonly number[]): number {
  const free = (day: number) => !workingDays.includes((day % 7) + 1);
  let longest = 0;
  // Twice through the week, for what reaches over its end.
  for (let day = 0, run = 0; day < 14; day++) {
    run = free(day) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return Math.min(longest, 7);
}
