import { percentile } from './percentile.ts';

/** The median of the rounds with their least and greatest, since one number hides how much a machine wavers. */
export interface Spread {
  median: number;
  least: number;
  greatest: number;
  show(unit: (value: number) => string): string;
}

function spreadOf(values: readonly number[]): Spread {
  const [median, least, greatest] = [percentile(values, 0.5), Math.min(...values), Math.max(...values)];
  return {
    ...{ median, least, greatest },
    show: (unit) => `${unit(median)} (${unit(least)} to ${unit(greatest)})`,
  };
}

/**
 * Both sides of rounds that were measured together, and how many times the peer's figure ours is in each: what slows
 * the machine in a round slows both.
 */
export function ratioOf(
  own: readonly number[],
  peer: readonly number[],
): { own: Spread; peer: Spread; ratio: Spread } {
  const ratios = own.map((value, round) => value / (peer[round] ?? Number.NaN));
  return { own: spreadOf(own), peer: spreadOf(peer), ratio: spreadOf(ratios) };
}
