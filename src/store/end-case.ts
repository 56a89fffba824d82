import type { Act } from '../followup/act.ts';
import { closeDeceased } from '../followup/close-deceased.ts';
import type { Board, Occurrence } from '../followup/follow-up.ts';
import { holdFollowUps, listFollowUpsOfCase } from './follow-ups.ts';
import { appendHistory } from './history.ts';
import { holdOccurrences, listOccurrences, saveOccurrence } from './occurrences.ts';
import type { ReminderPlanner } from './reminder-planner.ts';
import type { Store } from './store.ts';
import { withdrawReminders } from './withdraw-reminders.ts';

/**
 * Closes as deceased every date of a case that is open when it is written, and gives these back. What is open is read
 * in the transaction: a date that another act or the daily upkeep brings in the same moment would outlive the case.
 */
export async function endCase(
  store: Store,
  board: Board,
  caseCode: string,
  act: Act,
  planner: Pick<ReminderPlanner, 'changed'>,
): Promise<Occurrence[]> {
  const closed = await store.transaction(async (tx) => {
    const ids = (await listFollowUpsOfCase(tx, board, caseCode)).map(({ id }) => id);
    await holdFollowUps(tx, store.engine, board, ids);
    await holdOccurrences(tx, store.engine, board, ids);
    const dates: Occurrence[] = [];
    for (const id of ids) dates.push(...(await listOccurrences(tx, board, id)));
    const changed = closeDeceased(dates, act);
    for (const { occurrence } of changed) {
      await saveOccurrence(tx, board, occurrence);
      await withdrawReminders(tx, board, occurrence.id);
    }
    await appendHistory(
      tx,
      board,
      changed.map(({ entry }) => entry),
    );
    return changed.map(({ occurrence }) => occurrence);
  });
  planner.changed(
    board,
    closed.map(({ id }) => id),
  );
  return closed;
}
