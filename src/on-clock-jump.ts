/** Above what a busy process is late by, and below what anybody notices in a reminder. */
const jumpMs = 2_000;
const lookEveryMs = 1_000;

/**
 * Calls back when the machine's clock was set, in either direction, or stood still as while a laptop slept: what waits
 * for an hour of the day waits for another one now. Gives back how to stop looking.
 */
export function onClockJump(jumped: (byMs: number) => void): () => void {
  const differenceMs = () => Date.now() - performance.now();
  let known = differenceMs();
  const look = setInterval(() => {
    const byMs = differenceMs() - known;
    if (Math.abs(byMs) < jumpMs) return;
    known += byMs;
    jumped(byMs);
  }, lookEveryMs);
  look.unref();
  return () => clearInterval(look);
}
