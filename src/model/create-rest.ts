const failuresInARow = 3;
const restMs = 60_000;

/** Leaves a model alone for a minute once it failed three times running: each failure makes a person wait. */
export function createRest(nowMs: () => number) {
  let failures = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  return {
    isResting: () => nowMs() < untilMs,
    note(succeeded: boolean) {
      failures = succeeded ? 0 : failures + 1;
      // After the minute one more failure is enough.
      if (failures >= failuresInARow) untilMs = nowMs() + restMs;
    },
  };
}
