import type { FollowUpRecords } from '../followup/follow-up-records.ts';
import { countMessagesSent, listBoardOccurrences } from './board-dates.ts';
import { listBoardHistory } from './board-history.ts';
import { boardSettingsOf } from './board-settings.ts';
import { endCase } from './end-case.ts';
import { findFollowUp, listFollowUps, listFollowUpsOfCase } from './follow-ups.ts';
import { listHistory } from './history.ts';
import { findOccurrence, listOccurrences, listOpenOccurrences } from './occurrences.ts';
import { listBoardsLedBy, listLate, listOpenOfPerson } from './open-scans.ts';
import type { ReminderPlanner } from './reminder-planner.ts';
import { saveChanges } from './save-changes.ts';
import { saveSettings } from './save-settings.ts';
import type { Store } from './store.ts';
import { VersionConflict } from './version-conflict.ts';

/** `timeZone` is that of boards which have not set theirs. */
export function createFollowUpRecords(
  store: Store,
  timeZone: string,
  planner: ReminderPlanner,
): FollowUpRecords {
  return {
    settings: async (board) => boardSettingsOf(store.db, board, timeZone),
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
    save: (board, changes) => unlessConflict(() => saveChanges(store, board, changes, timeZone, planner)),
    endCase: (board, caseCode, act) => endCase(store, board, caseCode, act, planner),
    saveSettings: (settings, entry) => unlessConflict(() => saveSettings(store, settings, entry, planner)),
    boardHistory: (board) => listBoardHistory(store.db, board),
    everyOccurrence: (board) => listBoardOccurrences(store.db, board),
    lateScans: (board, todayOn) => listLate(store.db, board, todayOn),
    messagesSent: (board) => countMessagesSent(store.db, board),
    openOfPerson: (teamId, userId) => listOpenOfPerson(store.db, teamId, userId),
    boardsLedBy: (teamId, userId) => listBoardsLedBy(store.db, teamId, userId),
  };
}

/** False when somebody else was first. */
async function unlessConflict(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof VersionConflict) return false;
    throw error;
  }
}
