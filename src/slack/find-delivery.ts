import type { WebClient } from '@slack/web-api';
import { type CallFailure, callFailure } from './call-failure.ts';
import { deliveryIdsIn } from './reminder-metadata.ts';

/** What a look found: Slack's `ts` by delivery id. A delivery that is not in it was not posted there. */
export type LookUp = { kind: 'looked'; found: ReadonlyMap<string, string> } | CallFailure;

/** Slack gives apps that it did not review 15 at most, whatever they ask for; the pages go on all the same. */
const pageSize = 200;
/**
 * How far this machine's clock and Slack's may have been apart when it was posted: a clock that was a day ahead for a
 * while dates a post a day too late. What is there is found on the first page all the same.
 */
const clockMarginMs = 26 * 60 * 60_000;

/** Reads a conversation back to the first moment at which one of the deliveries may have been posted. */
export async function findDeliveries(
  client: WebClient,
  conversationId: string,
  deliveryIds: readonly string[],
  sinceMs: number,
  limit = pageSize,
): Promise<LookUp> {
  const wanted = new Set(deliveryIds);
  const found = new Map<string, string>();
  const asked = new Set<string>();
  const oldest = ((sinceMs - clockMarginMs) / 1000).toFixed(6);
  try {
    for (let cursor: string | undefined; ; ) {
      const page = await client.conversations.history({
        channel: conversationId,
        include_all_metadata: true,
        oldest,
        limit,
        ...(cursor ? { cursor } : {}),
      });
      // An answer without messages is no proof that there are none.
      if (!page.messages) return { kind: 'unknown', code: 'no_messages' };
      for (const { ts, metadata } of page.messages)
        for (const id of deliveryIdsIn(metadata)) if (ts && wanted.has(id)) found.set(id, ts);
      cursor = page.response_metadata?.next_cursor;
      if (found.size === wanted.size || !(cursor || page.has_more)) return { kind: 'looked', found };
      // A cursor that leads back would be followed for ever.
      if (!cursor || asked.has(cursor)) return { kind: 'unknown', code: 'no_next_page' };
      asked.add(cursor);
    }
  } catch (error) {
    return callFailure(error);
  }
}
