import type { Reader } from '../store.ts';
import { placeIn } from './sealed-place.ts';

/** Whether the newest sealed case opens where it stands; a store without one holds nothing that would not. */
export async function opensSealedRow(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom('followUp')
    .select(['teamId', 'channelId', 'id', 'caseCode'])
    .orderBy('createdAtMs', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return true;
  try {
    reader.sealing.open(placeIn('followUp', 'caseCode', row), row.caseCode);
    return true;
  } catch {
    return false;
  }
}
