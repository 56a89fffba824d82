import type { Board } from '../followup/follow-up.ts';

/** Which date of which board a button is about: opaque ids, since anybody can read a button's value. */
export function reminderReference({ channelId }: Board, occurrenceId: string): string {
  return `${channelId}/${occurrenceId}`;
}

/** Null for what is not one, as from an older version of the app. */
export function readReminderReference(value: string): { channelId: string; occurrenceId: string } | null {
  const [, channelId, occurrenceId] = /^([A-Z0-9]+)\/(\S+)$/.exec(value) ?? [];
  return channelId && occurrenceId ? { channelId, occurrenceId } : null;
}
