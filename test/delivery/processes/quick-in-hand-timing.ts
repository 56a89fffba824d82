export const inHandTiming = { keptMs: 4_000, everyMs: 500 };
