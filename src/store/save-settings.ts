import type { BoardEntry, BoardSettings } from '../followup/follow-up.ts';
import { appendBoardHistory } from './board-history.ts';
import { saveBoardSettings } from './board-settings.ts';
import { listFollowUps } from './follow-ups.ts';
import { listOpenOccurrences } from './occurrences.ts';
import { peopleOfFollowUps } from './people-of-follow-ups.ts';
import type { ReminderPlanner } from './reminder-planner.ts';
import { replan } from './replan.ts';
import type { Store } from './store.ts';

/** Keeps a board's settings, and plans the messages of all its open dates anew. Throws `VersionConflict`. */
export async function saveSettings(
  store: Store,
  settings: BoardSettings,
  entry: BoardEntry,
  planner: ReminderPlanner,
): Promise<void> {
  const { board } = settings;
  const open = await listOpenOccurrences(store.db, board);
  const ids = new Set(open.map(({ followUpId }) => followUpId));
  const followUps = (await listFollowUps(store.db, board)).filter(({ id }) => ids.has(id));
  const zones = await planner.timeZones(board.teamId, peopleOfFollowUps(followUps, settings));
  await store.transaction(async (tx) => {
    await saveBoardSettings(tx, settings);
    await appendBoardHistory(tx, board, entry);
    await replan(tx, settings, await listOpenOccurrences(tx, board), zones, planner);
  });
}
