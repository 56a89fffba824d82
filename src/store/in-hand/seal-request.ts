import type { Log } from '../../log.ts';
import type { RequestInHand } from '../../requests-in-hand.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** Who holds a `response_url` can answer in the app's name. */
export function sealRequest(sealing: Sealing, request: RequestInHand): string {
  return sealing.seal(placeOf(request.id), JSON.stringify(request));
}

/** Null for what was cut off, or sealed with a key that is not there any more: nobody can be told of it. */
export function openRequest(sealing: Sealing, id: string, sealed: string, log: Log): RequestInHand | null {
  try {
    return JSON.parse(sealing.open(placeOf(id), sealed));
  } catch (error) {
    log.warn({ reason: (error as Error).message }, 'what was in hand cannot be opened and is let go');
    return null;
  }
}

const placeOf = (row: string) => ({ table: 'requestInHand', column: 'sealed', row });
