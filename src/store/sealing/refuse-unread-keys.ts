import type { Reader } from '../store.ts';
import { UnreadKeys } from './unread-keys.ts';

/** The numbers of keys that sealed in the store and are not in the ring; asked as one column of another query, too. */
export function unreadKeyIds(reader: Reader) {
  return reader.selectFrom('sealCanary').select('keyId').where('keyId', 'not in', reader.sealing.keyIds);
}

/** Throws `UnreadKeys`: for whoever found nothing by the index of a sealed column, before it is said. */
export async function refuseUnreadKeys(reader: Reader): Promise<void> {
  const unread = await unreadKeyIds(reader).execute();
  if (unread.length > 0)
    throw new UnreadKeys(`the store was sealed with key ${unread.map(({ keyId }) => keyId).join(', ')}`);
}
