import type { BoardSettings, FollowUp, Occurrence } from '../followup/follow-up.ts';
import { boardSettingsOf } from '../store/board-settings.ts';
import type { Delivery } from '../store/delivery.ts';
import { findFollowUp } from '../store/follow-ups.ts';
import { findOccurrence } from '../store/occurrences.ts';
import type { Reader } from '../store/store.ts';

/** What a delivery is about, as it stands now. */
export interface RemindedRecords {
  followUp: FollowUp;
  occurrence: Occurrence;
  settings: BoardSettings;
}

export async function readReminded(
  reader: Reader,
  { board, occurrenceId }: Pick<Delivery, 'board' | 'occurrenceId'>,
  defaultTimeZone: string,
): Promise<RemindedRecords> {
  const occurrence = await findOccurrence(reader, board, occurrenceId);
  const followUp = occurrence && (await findFollowUp(reader, board, occurrence.followUpId));
  if (!followUp) throw new Error(`the outbox is about ${occurrenceId}, which is not kept`);
  const settings = await boardSettingsOf(reader, board, defaultTimeZone);
  return { followUp, occurrence, settings };
}
