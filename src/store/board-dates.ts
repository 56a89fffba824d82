import type { Board, Occurrence } from '../followup/follow-up.ts';
import { toOccurrence } from './occurrences.ts';
import type { Reader } from './store.ts';

/** Every date of a board, open or closed, follow-up by follow-up in the order of the series. */
export async function listBoardOccurrences(reader: Reader, board: Board): Promise<Occurrence[]> {
  const rows = await reader
    .selectFrom('occurrence')
    .selectAll()
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .orderBy('followUpId')
    .orderBy('number')
    .execute();
  return rows.map((row) => toOccurrence(reader, row));
}

/** How many messages went out about each date of a board, by the id of the date; those without any are not in it. */
export async function countMessagesSent(reader: Reader, board: Board): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('outbox')
    .select((column) => ['occurrenceId', column.fn.countAll<number>().as('sent')])
    .where('teamId', '=', board.teamId)
    .where('channelId', '=', board.channelId)
    .where('state', '=', 'sent')
    .where('occurrenceId', 'is not', null)
    .$narrowType<{ occurrenceId: string }>()
    .groupBy('occurrenceId')
    .execute();
  return new Map(rows.map(({ occurrenceId, sent }) => [occurrenceId, sent]));
}
