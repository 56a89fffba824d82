import { type SqlBool, sql } from 'kysely';

/**
 * That a row of a subquery and the row of the query around it are of one board, and the one names the other: each
 * as its table and the column of the id.
 */
export function refersTo(inner: `${string}.${string}`, outer: `${string}.${string}`) {
  return sql<SqlBool>`${boardAndId(inner)} = ${boardAndId(outer)}`;
}

function boardAndId(column: string) {
  const [table = ''] = column.split('.');
  return sql`(${sql.ref(`${table}.teamId`)}, ${sql.ref(`${table}.channelId`)}, ${sql.ref(column)})`;
}
