/** The app's clock: the machine's, or one that was set to `startsAt` when the app started and runs on. */
export function createClock(startsAt: Date | undefined): () => Date {
  if (!startsAt) return () => new Date();
  const aheadMs = startsAt.getTime() - Date.now();
  return () => new Date(Date.now() + aheadMs);
}
