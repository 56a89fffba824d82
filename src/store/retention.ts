/**
 * What may be kept for a while only. `audit`: the record of who did what. `messages`: reminders that were settled,
 * of dates that are closed. `follow-ups`: those of which every date is closed, with all that was kept of them.
 * `ratings`: what was said of answers. `gaps`: questions without an answer that were filled, once everybody who asked
 * has been told. `flags`: those that were rejected, once who set them has been told. What is open is never purged, however old.
 */
export const purgeKinds = ['audit', 'messages', 'follow-ups', 'ratings', 'gaps', 'flags'] as const;
export type PurgeKind = (typeof purgeKinds)[number];

/** How many days what is over is kept, by kind; a kind that is not named is kept for good. */
export type Retention = Readonly<Partial<Record<PurgeKind, number>>>;

/** Reads `audit:2190,messages:400`; null for what cannot be read. */
export function parseRetention(text: string): Retention | null {
  const retention: Partial<Record<PurgeKind, number>> = {};
  for (const entry of text.split(',')) {
    const [, name, days] = /^\s*([a-z-]+):(\d{1,5})\s*$/.exec(entry) ?? [];
    const kind = purgeKinds.find((one) => one === name);
    if (kind === undefined || Number(days) < 1 || retention[kind] !== undefined) return null;
    retention[kind] = Number(days);
  }
  return retention;
}
