import { sql } from 'kysely';
import type { Engine, Tx } from '../store.ts';

/** Where the app is installed, with its tokens sealed, and which workspaces an organisation's installation serves. */
export async function createInstallationTables(tx: Tx, engine: Engine): Promise<void> {
  const { schema } = tx;
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const text = sqlite ? ('text' as const) : sql`text collate "C"`;
  const strict = sqlite ? sql`strict` : sql``;

  // The team is an organisation's id where that one installed it. The channel is always empty and the id always `bot`:
  // sealed rows have all three.
  await schema
    .createTable('installation')
    .addColumn('teamId', text, (column) => column.notNull())
    .addColumn('channelId', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('content', text, (column) => column.notNull())
    .addColumn('installedAtMs', integer, (column) => column.notNull())
    .addColumn('expiresAtMs', integer)
    .addColumn('renewalUntilMs', integer)
    .addColumn('version', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('installationKey', ['teamId', 'channelId', 'id'])
    .modifyEnd(strict)
    .execute();
  await schema
    .createTable('organisationTeam')
    .addColumn('teamId', text, (column) => column.notNull().primaryKey())
    .addColumn('organisationId', text, (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
}
