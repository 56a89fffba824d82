import type { Act } from './act.ts';
import type { Board, BoardEntry, BoardSettings, FollowUp, HistoryEntry, Occurrence } from './follow-up.ts';

/** What one act changes; it is kept as a whole or not at all. */
export interface FollowUpChanges {
  created?: readonly FollowUp[];
  /** New dates, of follow-ups that are kept or created with them. */
  added?: readonly Occurrence[];
  /** Changed records, each still with the version it was read at. */
  followUps?: readonly FollowUp[];
  occurrences?: readonly Occurrence[];
  entries: readonly HistoryEntry[];
}

/** A date and what it is a date of. */
export interface Scan {
  followUp: FollowUp;
  occurrence: Occurrence;
}

/** All that commands may ask of what is kept. Every function stays within the board or the workspace that it is given. */
export interface FollowUpRecords {
  /** Those of the board, or what a board has until somebody sets it otherwise. */
  settings(board: Board): Promise<BoardSettings>;
  ofBoard(board: Board): Promise<FollowUp[]>;
  ofCase(board: Board, caseCode: string): Promise<FollowUp[]>;
  /** What nobody has closed, by target date. */
  openOccurrences(board: Board): Promise<Occurrence[]>;
  /** In the order of the series. */
  occurrences(board: Board, followUpId: string): Promise<Occurrence[]>;
  findScan(board: Board, occurrenceId: string): Promise<Scan | undefined>;
  /** In the order in which it was written. */
  history(board: Board, followUpId: string): Promise<HistoryEntry[]>;
  /** False when somebody else changed one of the records since it was read; then nothing was kept. */
  save(board: Board, changes: FollowUpChanges): Promise<boolean>;
  /** Closes as deceased every date of a case that nobody has closed, also one that comes in the same moment; gives back those. */
  endCase(board: Board, caseCode: string, act: Act): Promise<Occurrence[]>;
  /** Keeps the settings of a board with the line for its history; false when somebody changed them since they were read. */
  saveSettings(settings: BoardSettings, entry: BoardEntry): Promise<boolean>;
  /** What was done with the board itself, in the order in which it was written. */
  boardHistory(board: Board): Promise<BoardEntry[]>;
  /** Every date of the board, open or closed. */
  everyOccurrence(board: Board): Promise<Occurrence[]>;
  /** Of the board what is late on a calendar date, by target date. */
  lateScans(board: Board, todayOn: string): Promise<Scan[]>;
  /** How many messages went out about each date, by its id; a date without any is not in it. */
  messagesSent(board: Board): Promise<ReadonlyMap<string, number>>;
  /** What nobody has closed and the person owns or backs up, on every board of the workspace, by target date. */
  openOfPerson(teamId: string, userId: string): Promise<Scan[]>;
  /** Boards of the workspace whose lead the person is. */
  boardsLedBy(teamId: string, userId: string): Promise<Board[]>;
}
