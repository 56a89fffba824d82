export const inHandTiming = {
  /** A process that is gone is known by what it has not said again for so long. */
  keptMs: 120_000,
  /** How often what is still worked on is said again, and what others left is looked for. */
  everyMs: 30_000,
};
