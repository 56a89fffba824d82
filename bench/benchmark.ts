/** What one part of the benchmark measured. */
export interface Benchmark {
  title: string;
  /** How it was measured, a sentence or two each. */
  notes: readonly string[];
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many times what the peer needs, for the picture. */
  ratios?: readonly Ratio[];
  /** What becomes of a figure when there is ten times as much, for the picture. */
  growth?: readonly Growth[];
}

export interface Ratio {
  name: string;
  ratio: number;
  target?: number | undefined;
}

export interface Growth {
  name: string;
  /** What there was, and the milliseconds that it took; the least first. */
  points: readonly { size: number; ms: number }[];
}

export function ms(value: number): string {
  return `${value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** A target as a cell of a table. */
export function atMost(target: number | undefined): string {
  return target === undefined ? '' : `≤ ${target}`;
}
