import { defaultBoardSettings } from '../followup/board-settings.ts';
import type { Board, Occurrence } from '../followup/follow-up.ts';
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
  for (const occurrence of occurrences) {
    await saveOccurrence(tx, board, occurrence);
    // What waited was worked out from the facts as they were; the next tick works it out anew.
    await withdrawReminders(tx, board, occurrence.id);
  }
  await insertOccurrences(tx, board, await notThereYet(tx, board, added));
  await appendHistory(tx, board, entries);
}

/** Two people who act on two dates of a series at once both bring its next dates. */
async function notThereYet(tx: Tx, board: Board, added: readonly Occurrence[]): Promise<Occurrence[]> {
  const followUpIds = [...new Set(added.map(({ followUpId }) => followUpId))];
  const there = new Set<string>();
  for (const id of followUpIds)
    for (const { number } of await listOccurrences(tx, board, id)) there.add(`${id} ${number}`);
  return added.filter(({ followUpId, number }) => !there.has(`${followUpId} ${number}`));
}
