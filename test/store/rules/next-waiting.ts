import { describe, expect, it } from 'vitest';
import { claimDue } from '../../../src/store/claim-due.ts';
import { nextWaitingAtMs } from '../../../src/store/next-waiting.ts';
import { markRetry, markSent } from '../../../src/store/settle-delivery.ts';
import type { Rig } from '../contract.ts';
import { writeDueReminders } from '../records.ts';

const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: 1_100 };

export function nextWaitingRules({ store }: Rig): void {
  const next = () => nextWaitingAtMs(store().db, 'anything');

  describe('the next message that waits', () => {
    it('is none in an empty outbox', async () => {
      expect(await next()).toBe(null);
    });

    it('is the earliest of all boards, and once it is sent the one behind it', async () => {
      await store().transaction((tx) => writeDueReminders(tx, 'f', 3, 1_000));
      expect(await next()).toBe(1_000);
      const [first] = await claimDue(store(), 1_000, 1, 60_000);
      if (!first) throw new Error('nothing was claimed');
      expect(await next()).toBe(1_001);
      await store().transaction((tx) => markSent(tx, first, posted));
      expect(await next()).toBe(1_001);
    });

    it('is one that is to be tried again, at its new time', async () => {
      await store().transaction((tx) => writeDueReminders(tx, 'f', 1, 1_000));
      const [first] = await claimDue(store(), 1_000, 1, 60_000);
      if (!first) throw new Error('nothing was claimed');
      await store().transaction((tx) => markRetry(tx, first, { nextAttemptAtMs: 5_000, failure: 'timeout' }));
      expect(await next()).toBe(5_000);
    });
  });
}
