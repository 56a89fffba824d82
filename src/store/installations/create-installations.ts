import type { InstallationRecord, Installations } from '../../installations.ts';
import { placeIn } from '../sealing/sealed-place.ts';
import type { Store, Tx } from '../store.ts';

const fixed = { channelId: '', id: 'bot' } as const;
const placeOf = (teamId: string) => placeIn('installation', 'content', { teamId, ...fixed });

export interface InstallationsOptions {
  store: Store;
  /** The app's clock, by which reminders are due. */
  nowMs(): number;
  /** The machine's. */
  machineMs?(): number;
  newId(): string;
}

export function createInstallations({
  store,
  nowMs,
  machineMs = Date.now,
  newId,
}: InstallationsOptions): Installations {
  const change = async (
    { id, version }: InstallationRecord,
    values: {
      renewalUntilMs: number | null;
      version?: string;
      content?: string;
      expiresAtMs?: number | null;
    },
    { onlyIfFree = false, db = store.db } = {},
  ): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('installation')
      .set(values)
      .where('teamId', '=', id)
      .where('version', '=', version)
      .$if(onlyIfFree, (query) =>
        query.where((row) =>
          row.or([row('renewalUntilMs', 'is', null), row('renewalUntilMs', '<=', machineMs())]),
        ),
      )
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  };
  return {
    save: (id, { content, expiresAtMs }) =>
      store.transaction(async (tx) => {
        const values = {
          ...{ content: tx.sealing.seal(placeOf(id), content), installedAtMs: machineMs(), expiresAtMs },
          ...{ renewalUntilMs: null, version: newId() },
        };
        await tx
          .insertInto('installation')
          .values({ teamId: id, ...fixed, ...values })
          .onConflict((conflict) => conflict.columns(['teamId', 'channelId', 'id']).doUpdateSet(values))
          .execute();
        await sendWaiting(tx, id, nowMs());
      }),
    async find(ids) {
      const rows = await store.db
        .selectFrom('installation')
        .select(['teamId', 'content', 'installedAtMs', 'expiresAtMs', 'version'])
        .where('teamId', 'in', ids)
        .execute();
      const row = ids.map((id) => rows.find(({ teamId }) => teamId === id)).find((one) => one !== undefined);
      if (!row) return undefined;
      const { teamId: id, content, ...rest } = row;
      return { id, content: store.db.sealing.open(placeOf(id), content), ...rest };
    },
    erase: (id) =>
      store.transaction(async (tx) => {
        // An organisation's workspaces stay known: installed again, it serves them at once.
        await tx.deleteFrom('organisationTeam').where('teamId', '=', id).execute();
        const { numDeletedRows } = await tx
          .deleteFrom('installation')
          .where('teamId', '=', id)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    async count() {
      const { count } = await store.db
        .selectFrom('installation')
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    async noteOrganisation(teamId, organisationId) {
      await store.db
        .insertInto('organisationTeam')
        .values({ teamId, organisationId })
        .onConflict((conflict) => conflict.column('teamId').doUpdateSet({ organisationId }))
        .execute();
    },
    async organisationOf(teamId) {
      const row = await store.db
        .selectFrom('organisationTeam')
        .select('organisationId')
        .where('teamId', '=', teamId)
        .executeTakeFirst();
      return row?.organisationId;
    },
    claimRenewal: (record, untilMs) => change(record, { renewalUntilMs: untilMs }, { onlyIfFree: true }),
    async delayRenewal(record, untilMs) {
      await change(record, { renewalUntilMs: untilMs });
    },
    renew: (record, { content, expiresAtMs }) =>
      // In a transaction, as whatever seals: see `leaveCanary`.
      store.transaction((tx) => {
        const sealed = tx.sealing.seal(placeOf(record.id), content);
        const values = { content: sealed, expiresAtMs, renewalUntilMs: null, version: newId() };
        return change(record, values, { db: tx });
      }),
  };
}

/** What failed for want of a token need not wait for its turn. */
async function sendWaiting(tx: Tx, id: string, atMs: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ nextAttemptAtMs: atMs })
    .where((row) =>
      row.or([
        row('teamId', '=', id),
        row(
          'teamId',
          'in',
          tx.selectFrom('organisationTeam').select('teamId').where('organisationId', '=', id),
        ),
      ]),
    )
    .where('state', '=', 'pending')
    .where('failure', 'is not', null)
    .where('nextAttemptAtMs', '>', atMs)
    .execute();
}
