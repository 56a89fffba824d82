export interface Clock {
  now(): Date;
  /** Runs on from this instant. Never backwards: one that is past changes nothing. */
  moveTo(instant: Date): void;
}

/** The app's clock: the machine's, or one that was set to `startsAt` when the app started and runs on. */
export function createClock(startsAt: Date | undefined): Clock {
  let aheadMs = startsAt ? startsAt.getTime() - Date.now() : 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    moveTo(instant) {
      aheadMs = Math.max(aheadMs, instant.getTime() - Date.now());
    },
  };
}
