import type { Updateable } from 'kysely';
import type { Tx } from './store.ts';
import type { Tables } from './tables.ts';
import { VersionConflict } from './version-conflict.ts';

/** What is changed by people who may have it before them at the same time. */
type Versioned = 'followUp' | 'occurrence';

type Key = 'teamId' | 'channelId' | 'id' | 'version';

/** Writes what is given of a row, unless somebody wrote it since it was read: then throws `VersionConflict`. Gives back the number of the next version. */
export async function saveVersion<Table extends Versioned>(
  tx: Tx,
  table: Table,
  { teamId, channelId, id, version, ...changing }: Pick<Tables[Table], Key> & Updateable<Tables[Table]>,
): Promise<number> {
  const next = version + 1;
  const { numUpdatedRows } = await tx
    .updateTable<Versioned>(table)
    .set({ ...changing, version: next })
    .where('teamId', '=', teamId)
    .where('channelId', '=', channelId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new VersionConflict(id, version);
  return next;
}
