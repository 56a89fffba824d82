import { assignedSteps } from '../followup/assigned-steps.ts';
import type { Board, FollowUp, Occurrence } from '../followup/follow-up.ts';
import type { FollowUpChanges } from '../followup/follow-up-records.ts';
import { boardSettingsOf } from './board-settings.ts';
import { findFollowUp, holdFollowUps, insertFollowUp, saveFollowUp } from './follow-ups.ts';
import { appendHistory } from './history.ts';
import { addOccurrences, listOccurrences, saveOccurrence } from './occurrences.ts';
import { peopleOfFollowUps } from './people-of-follow-ups.ts';
import type { ReminderPlanner } from './reminder-planner.ts';
import { replan } from './replan.ts';
import type { Engine, Reader, Store, Tx } from './store.ts';

/**
 * Keeps what one act changes and the messages that it brings, all or nothing. Throws `VersionConflict`. `timeZone` is
 * that of boards which have not set theirs.
 */
export async function saveChanges(
  store: Store,
  board: Board,
  changes: FollowUpChanges,
  timeZone: string,
  planner: ReminderPlanner,
): Promise<void> {
  const settings = await boardSettingsOf(store.db, board, timeZone);
  const people = peopleOfFollowUps(await followUpsToPlan(store.db, board, changes), settings);
  const zones = people.length > 0 ? await planner.timeZones(board.teamId, people) : {};
  const shown = await store.transaction(async (tx) => {
    const added = await write(tx, store.engine, board, changes);
    const reassigned = await openDatesOf(tx, board, changes.followUps ?? []);
    await tellAssigned(tx, board, changes, reassigned, planner);
    const shown = new Map([...reassigned, ...(changes.occurrences ?? [])].map((one) => [one.id, one]));
    const settingsNow = await boardSettingsOf(tx, board, timeZone);
    await replan(tx, settingsNow, [...shown.values(), ...added], zones, planner);
    return [...shown.keys()];
  });
  planner.changed(board, shown);
}

/** Those whose open dates need messages: what is only closed needs nobody's time zone. */
async function followUpsToPlan(
  reader: Reader,
  board: Board,
  { created = [], followUps = [], added = [], occurrences = [] }: FollowUpChanges,
): Promise<FollowUp[]> {
  const given = new Map([...created, ...followUps].map((one) => [one.id, one]));
  const open = [...added, ...occurrences].filter(({ closing }) => closing === null);
  const others = new Set(open.map(({ followUpId }) => followUpId).filter((id) => !given.has(id)));
  const read = await Promise.all([...others].map((id) => findFollowUp(reader, board, id)));
  return [...given.values(), ...read.filter((one) => one !== undefined)];
}

/** Gives back the new dates: another act may have brought some of them first. */
async function write(tx: Tx, engine: Engine, board: Board, changes: FollowUpChanges): Promise<Occurrence[]> {
  const { created = [], added = [], followUps = [], occurrences = [], entries } = changes;
  for (const followUp of created) await insertFollowUp(tx, followUp);
  for (const followUp of followUps) await saveFollowUp(tx, followUp);
  // Before its dates, as who ends a case does: else each could wait for the other.
  await holdFollowUps(tx, engine, board, [...new Set(added.map(({ followUpId }) => followUpId))]);
  for (const occurrence of occurrences) await saveOccurrence(tx, board, occurrence);
  const inserted = await addOccurrences(tx, board, added);
  await appendHistory(tx, board, entries);
  return inserted;
}

/** By target date. */
async function openDatesOf(tx: Tx, board: Board, followUps: readonly FollowUp[]): Promise<Occurrence[]> {
  const open: Occurrence[] = [];
  for (const { id } of followUps)
    open.push(...(await listOccurrences(tx, board, id)).filter(({ closing }) => closing === null));
  return open.sort((a, b) => (a.targetOn < b.targetOn ? -1 : 1));
}

/** Once a follow-up, with its next date. */
async function tellAssigned(
  tx: Tx,
  board: Board,
  { followUps = [], entries }: FollowUpChanges,
  openDates: readonly Occurrence[],
  planner: ReminderPlanner,
): Promise<void> {
  for (const followUp of followUps) {
    const next = openDates.find(({ followUpId }) => followUpId === followUp.id);
    if (next) await planner.tell(tx, board, next.id, assignedSteps(followUp, entries));
  }
}
