import type { FieldChange, HistoryEntry, Occurrence } from './follow-up.ts';

/** Who does something, and when: epoch milliseconds, and the calendar date where they are. */
export interface Act {
  by: string;
  atMs: number;
  todayOn: string;
}

/** An occurrence after a change, still with the version it was read at, and the line for its history. */
export interface ChangedOccurrence {
  occurrence: Occurrence;
  entry: HistoryEntry;
}

const bookkeeping = ['round', 'roundStartedAtMs', 'snoozedAtMs', 'version'];

/**
 * An occurrence with new facts, and the history entry that says what changed from what to what.
 *
 * @example
 * changedOccurrence(occurrence, { appointmentOn: '2027-02-20' }, 'booked', act).entry.changes
 * //=> [{ field: 'appointmentOn', from: null, to: '2027-02-20' }]
 */
export function changedOccurrence(
  occurrence: Occurrence,
  facts: Partial<Occurrence>,
  action: string,
  act: Act,
): ChangedOccurrence {
  const changed = { ...occurrence, ...facts };
  return {
    occurrence: changed,
    entry: {
      followUpId: occurrence.followUpId,
      occurrenceId: occurrence.id,
      action,
      by: act.by,
      atMs: act.atMs,
      changes: fieldChanges(occurrence, changed),
    },
  };
}

/**
 * Field by field what differs between two records; whole records within them are told as JSON.
 *
 * @example
 * fieldChanges({ ownerId: 'U1' }, { ownerId: 'U2' }) //=> [{ field: 'ownerId', from: 'U1', to: 'U2' }]
 */
export function fieldChanges<T extends object>(before: T, after: T): FieldChange[] {
  return Object.keys(after)
    .filter((field) => !bookkeeping.includes(field))
    .map((field) => ({
      field,
      from: shown(before[field as keyof T]),
      to: shown(after[field as keyof T]),
    }))
    .filter(({ from, to }) => from !== to);
}

function shown(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
