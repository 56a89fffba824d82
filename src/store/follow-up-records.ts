import { defaultBoardSettings } from '../followup/board-settings.ts';
import type { Board } from '../followup/follow-up.ts';
import type { FollowUpChanges, FollowUpRecords } from '../followup/follow-up-records.ts';
import { findBoardSettings } from './board-settings.ts';
import {
  findFollowUp,
  insertFollowUp,
  listFollowUps,
  listFollowUpsOfCase,
  saveFollowUp,
} from './follow-ups.ts';
import { appendHistory, listHistory } from './history.ts';
import {
  findOccurrence,
  insertOccurrences,
  listOccurrences,
  listOpenOccurrences,
  saveOccurrence,
} from './occurrences.ts';
import type { Store, Tx } from './store.ts';
import { VersionConflict } from './version-conflict.ts';
import { withdrawReminders } from './withdraw-reminders.ts';

/** `timeZone` is that of boards which have not set theirs. */
export function createFollowUpRecords(store: Store, timeZone: string): FollowUpRecords {
  return {
    settings: async (board) =>
      (await findBoardSettings(store.db, board)) ?? defaultBoardSettings(board, timeZone),
    ofBoard: (board) => listFollowUps(store.db, board),
    ofCase: (board, caseCode) => listFollowUpsOfCase(store.db, board, caseCode),
    openOccurrences: (board) => listOpenOccurrences(store.db, board),
    occurrences: (board, followUpId) => listOccurrences(store.db, board, followUpId),
    async findScan(board, occurrenceId) {
      const occurrence = await findOccurrence(store.db, board, occurrenceId);
      const followUp = occurrence && (await findFollowUp(store.db, board, occurrence.followUpId));
      return occurrence && followUp && { occurrence, followUp };
    },
    history: (board, followUpId) => listHistory(store.db, board, followUpId),
    async save(board, changes) {
      try {
        await store.transaction((tx) => write(tx, board, changes));
        return true;
      } catch (error) {
        if (error instanceof VersionConflict) return false;
        throw error;
      }
    },
  };
}

async function write(tx: Tx, board: Board, changes: FollowUpChanges): Promise<void> {
  const { created = [], added = [], followUps = [], occurrences = [], entries } = changes;
  for (const followUp of created) await insertFollowUp(tx, followUp);
  for (const followUp of followUps) await saveFollowUp(tx, followUp);
  await insertOccurrences(tx, board, added);
  for (const occurrence of occurrences) {
    await saveOccurrence(tx, board, occurrence);
    // What waited was worked out from the facts as they were; the next tick works it out anew.
    await withdrawReminders(tx, board, occurrence.id);
  }
  await appendHistory(tx, board, entries);
}
