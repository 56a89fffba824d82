import { PgBoss } from 'pg-boss';

const queue = 'reminders';
const batchSize = 10_000;

export interface FilledQueue {
  /** Takes up to so many jobs for this worker; gives back their ids. */
  fetch(count: number): Promise<string[]>;
  /** Says that this one is done. */
  complete(id: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** The job queue that a user of PostgreSQL would pick instead, with so many jobs that may start at an instant. */
export async function startPgBoss(
  databaseUrl: string,
  count: number,
  startAfter: Date | undefined,
): Promise<FilledQueue> {
  // Its upkeep would run beside what is measured.
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue(queue);
  const batch = Array.from({ length: batchSize }, (_, at) => ({ data: { occurrenceId: at }, startAfter }));
  for (let inserted = 0; inserted < count; inserted += batchSize) await boss.insert(queue, batch);
  for (const tidied of ['vacuum analyze', 'checkpoint']) await boss.getDb().executeSql(tidied);
  return {
    fetch: async (wanted) => (await boss.fetch(queue, { batchSize: wanted })).map(({ id }) => id),
    complete: (id) => boss.complete(queue, id),
    stop: () => boss.stop({ graceful: false }),
  };
}
