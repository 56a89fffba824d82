import type { Board } from '../../followup/follow-up.ts';
import type { SealedPlace } from './sealing.ts';

interface BoardRow extends Record<string, unknown> {
  teamId: string;
  channelId: string;
}

/**
 * Every column that is sealed, but for requests in hand, which last a minute, and what of a row names it for good.
 * Whatever is not here stands in clear: ids, dates, states, and words from the app's own lists.
 */
export const sealedColumns = {
  followUp: { columns: ['caseCode', 'anchor'], key: ['id'] },
  occurrence: { columns: ['reportReference', 'closing'], key: ['id'] },
  // Without its number, which a move to another database gives anew.
  history: { columns: ['changes'], key: ['followUpId', 'occurrenceId', 'action', 'by', 'atMs'] },
  answerRating: { columns: ['note'], key: ['id'] },
  gapQuestion: { columns: ['question'], key: ['id'] },
  claimFlag: { columns: ['note', 'decisionNote'], key: ['id'] },
  claimReview: { columns: ['printedName'], key: ['id'] },
  installation: { columns: ['content'], key: ['id'] },
} as const;

export type SealedTable = keyof typeof sealedColumns;

/** The place of a row's value. */
export function placeIn(table: SealedTable, column: string, row: BoardRow): SealedPlace {
  const { teamId, channelId } = row;
  const key = sealedColumns[table].key.map((name) => row[name]);
  return { table, column, row: JSON.stringify([teamId, channelId, ...key]) };
}

/** Equal case codes of two boards share nothing. */
export function caseCodeScope({ teamId, channelId }: Board): string {
  return JSON.stringify(['followUp', 'caseCode', teamId, channelId]);
}
