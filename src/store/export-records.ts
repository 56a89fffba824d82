import type { ExportSource } from '../followup/read-export.ts';
import { countMessagesSent, listBoardOccurrences } from './board-dates.ts';
import { boardSettingsOf } from './board-settings.ts';
import { listFollowUps } from './follow-ups.ts';
import type { Store } from './store.ts';

/** What an export reads, for where nothing is planned or sent; `timeZone` is that of boards which have not set theirs. */
export function createExportRecords({ db }: Store, timeZone: string): ExportSource {
  return {
    settings: (board) => boardSettingsOf(db, board, timeZone),
    ofBoard: (board) => listFollowUps(db, board),
    everyOccurrence: (board) => listBoardOccurrences(db, board),
    messagesSent: (board) => countMessagesSent(db, board),
  };
}
