import type { RequestInHand } from '../../requests-in-hand.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** Who holds a `response_url` can answer in the app's name. */
export function sealRequest(sealing: Sealing, request: RequestInHand): string {
  return sealing.seal(placeOf(request.id), JSON.stringify(request));
}

/** Throws where no key of the ring opens it. */
export function openRequest(sealing: Sealing, id: string, sealed: string): RequestInHand {
  return JSON.parse(sealing.open(placeOf(id), sealed));
}

const placeOf = (row: string) => ({ table: 'requestInHand', column: 'sealed', row });
