import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Board, FollowUp } from '../followup/follow-up.ts';
import { toFollowUp } from './follow-ups.ts';
import { refersTo } from './refers-to.ts';
import type { Reader } from './store.ts';
import type { Tables } from './tables.ts';

/** Where a page ended: the next begins behind it. */
export interface PageEnd {
  teamId: string;
  channelId: string;
  id: string;
}

/** Before all there is. */
export const firstPage: PageEnd = { teamId: '', channelId: '', id: '' };

/** A series with the number of its last date, -1 when there is none. */
export interface SeriesToExtend {
  followUp: FollowUp;
  lastNumber: number;
}

/** Follow-ups that repeat, of all boards, a page at a time. */
export async function listSeries(reader: Reader, after: PageEnd, limit: number): Promise<SeriesToExtend[]> {
  const rows = await reader
    .selectFrom('followUp')
    .selectAll('followUp')
    .select(({ selectFrom }) =>
      selectFrom('occurrence')
        .select(({ fn }) => fn.max('number').as('number'))
        .where(refersTo('occurrence.followUpId', 'followUp.id'))
        .as('lastNumber'),
    )
    .where('recurrence', 'is not', null)
    .where('templateId', 'is', null)
    .$call(pageOf(after, limit))
    .execute();
  return rows.map(({ lastNumber, ...row }) => ({
    followUp: toFollowUp(reader, row),
    lastNumber: lastNumber ?? -1,
  }));
}

/** An open date, and whether a message about it waits. */
export interface OpenDate {
  board: Board;
  id: string;
  waits: boolean;
}

/** Open dates of all boards, a page at a time. */
export async function listOpenDates(reader: Reader, after: PageEnd, limit: number): Promise<OpenDate[]> {
  const rows = await reader
    .selectFrom('occurrence')
    .select(['teamId', 'channelId', 'id'])
    .select(({ exists, selectFrom, lit }) =>
      exists(
        selectFrom('outbox')
          .select(lit(1).as('one'))
          .where(refersTo('outbox.occurrenceId', 'occurrence.id'))
          .where('outbox.nextAttemptAtMs', 'is not', null),
      ).as('waits'),
    )
    .where('closing', 'is', null)
    .$call(pageOf(after, limit))
    .execute();
  // SQLite has no booleans.
  return rows.map(({ teamId, channelId, id, waits }) => ({
    board: { teamId, channelId },
    id,
    waits: Boolean(waits),
  }));
}

/** Of rows in the order of their keys, those that come next behind an end. */
function pageOf({ teamId, channelId, id }: PageEnd, limit: number) {
  const [team, channel, own] = [sql.ref('teamId'), sql.ref('channelId'), sql.ref('id')];
  return <Table extends 'followUp' | 'occurrence', Row>(rows: SelectQueryBuilder<Tables, Table, Row>) =>
    rows
      .where(sql<SqlBool>`(${team}, ${channel}, ${own}) > (${teamId}, ${channelId}, ${id})`)
      .orderBy(team)
      .orderBy(channel)
      .orderBy(own)
      .limit(limit);
}
