import { createHash } from 'node:crypto';
import { ClearStateStore, InvalidStateError, type StateStore } from '@slack/oauth';
import type { SeenEvents } from '../seen-events.ts';

/** Signed, good for ten minutes, and once: whoever sees an address later can do nothing with it. */
export function createStateStore(stateSecret: string, seen: SeenEvents): StateStore {
  const signed = new ClearStateStore(stateSecret);
  return {
    generateStateParam: (options, now) => signed.generateStateParam(options, now),
    async verifyStateParam(now, state) {
      const options = await signed.verifyStateParam(now, state);
      const name = createHash('sha256').update(state).digest('base64url');
      if (!(await seen.isNew('oauth-state', [name]))) throw new InvalidStateError('used before');
      return options;
    },
  };
}
