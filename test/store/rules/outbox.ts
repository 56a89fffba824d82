import { describe, expect, it } from 'vitest';
import { claimDue } from '../../../src/store/claim-due.ts';
import { listDeliveries } from '../../../src/store/deliveries.ts';
import type { Claim, Delivery } from '../../../src/store/delivery.ts';
import { enqueueReminders } from '../../../src/store/enqueue-reminders.ts';
import { listOccurrences, saveOccurrence } from '../../../src/store/occurrences.ts';
import {
  markFailed,
  markPosting,
  markRetry,
  markSent,
  markUnknown,
} from '../../../src/store/settle-delivery.ts';
import { StaleClaim } from '../../../src/store/stale-claim.ts';
import type { Tx } from '../../../src/store/store.ts';
import { withdrawReminders } from '../../../src/store/withdraw-reminders.ts';
import type { Rig } from '../contract.ts';
import { board, otherBoards, writeDueReminders } from '../records.ts';

const leaseMs = 60_000;
const newId = () => 'a-new-id';
const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: 1_100 };

export function outboxRules({ store }: Rig): void {
  const write = (count: number) => store().transaction((tx) => writeDueReminders(tx, 'f', count, 1_000));
  const claim = (nowMs: number, limit = 10) => claimDue(store(), nowMs, limit, leaseMs);
  const settle = (work: (tx: Tx) => Promise<void>) => store().transaction(work);
  const kept = async (occurrenceId = 'f-0') => {
    const [delivery] = await listDeliveries(store().db, board, occurrenceId);
    return delivery as Delivery;
  };
  const claimOne = async (nowMs = 2_000) => {
    const [claimed] = await claim(nowMs, 1);
    return claimed as Claim;
  };

  describe('the outbox', () => {
    it('takes one message for each step of an occurrence, however often it is planned', async () => {
      await write(1);
      const plan = { step: 'r0:due', role: 'backup' as const, dueAtMs: 9 };
      await settle((tx) => enqueueReminders(tx, board, 'f-0', [plan, { ...plan, step: 'r1:due' }], newId));
      const deliveries = await listDeliveries(store().db, board, 'f-0');
      expect(deliveries).toMatchObject([
        { id: 'a-new-id', step: 'r1:due', role: 'backup', dueAtMs: 9 },
        { id: 'delivery-f-0', step: 'r0:due', role: 'owner', dueAtMs: 1_000, board, state: 'pending' },
      ]);
    });

    it('hands out what is due and nothing else, the earliest first', async () => {
      await write(5);
      expect(await claim(999)).toEqual([]);
      const ids = (await claim(1_002)).map(({ occurrenceId }) => occurrenceId);
      expect(ids).toEqual(['f-0', 'f-1', 'f-2']);
      expect(await claim(1_002)).toEqual([]);
    });

    it('hands out no more than the limit, the earliest first', async () => {
      await write(5);
      // Neither the order of ids nor that of writing is the order of time.
      await store().transaction((tx) => writeDueReminders(tx, 'a', 1, 1_500));
      await store().transaction((tx) => writeDueReminders(tx, 'z', 1, 500));
      const ids = (await claim(2_000, 3)).map(({ occurrenceId }) => occurrenceId);
      expect(ids).toEqual(['z-0', 'f-0', 'f-1']);
    });

    it('leases what it hands out: nobody else gets it until the lease has run out', async () => {
      await write(1);
      const first = await claimOne();
      expect(first).toMatchObject({ state: 'sending', attempts: 1, leaseUntilMs: 2_000 + leaseMs });
      expect(await claim(2_000 + leaseMs - 1)).toEqual([]);
      expect(await claim(2_000 + leaseMs)).toMatchObject([{ id: first.id, attempts: 2 }]);
    });

    it('keeps when and where a message was sent, and never hands it out again', async () => {
      await write(1);
      const claimed = await claimOne();
      await settle((tx) => markPosting(tx, claimed, 'D1', 2_001));
      expect(await kept()).toMatchObject({ state: 'sending', conversationId: 'D1', firstPostAtMs: 2_001 });
      await settle((tx) => markSent(tx, claimed, posted));
      expect(await kept()).toMatchObject({
        ...posted,
        state: 'sent',
        nextAttemptAtMs: null,
        firstPostAtMs: 2_001,
      });
      expect(await claim(9e12)).toEqual([]);
    });

    it.each([
      ['pending', markRetry],
      ['unknown', markUnknown],
    ] as const)('hands a message that became %s out again when its time has come', async (state, mark) => {
      await write(1);
      const claimed = await claimOne();
      await settle((tx) => mark(tx, claimed, { nextAttemptAtMs: 5_000, failure: 'timeout' }));
      expect(await kept()).toMatchObject({ state, failure: 'timeout', leaseUntilMs: null });
      expect(await claim(4_999)).toEqual([]);
      expect(await claim(5_000)).toMatchObject([{ id: claimed.id, attempts: 2, state: 'sending' }]);
    });

    it('remembers the first moment of a post through later attempts', async () => {
      await write(1);
      const first = await claimOne();
      await settle((tx) => markPosting(tx, first, 'D1', 2_001));
      const second = await claimOne(2_000 + leaseMs);
      expect(second).toMatchObject({ conversationId: 'D1', firstPostAtMs: 2_001 });
      await settle((tx) => markPosting(tx, second, 'D1', 70_000));
      expect(await kept()).toMatchObject({ firstPostAtMs: 2_001 });
    });

    it('keeps a message that can never be sent as failed, and its occurrence open', async () => {
      await write(1);
      const claimed = await claimOne();
      await settle((tx) => markFailed(tx, claimed, 'channel_not_found'));
      expect(await kept()).toMatchObject({ state: 'failed', failure: 'channel_not_found' });
      expect(await claim(9e12)).toEqual([]);
      expect(await listOccurrences(store().db, board, 'f')).toMatchObject([{ closing: null }]);
    });

    it.each([
      ['posting', (tx: Tx, stale: Claim) => markPosting(tx, stale, 'D9', 3_000)],
      ['sent', (tx: Tx, stale: Claim) => markSent(tx, stale, posted)],
      ['unknown', (tx: Tx, stale: Claim) => markUnknown(tx, stale, { nextAttemptAtMs: 3, failure: 'x' })],
      ['to be retried', (tx: Tx, stale: Claim) => markRetry(tx, stale, { nextAttemptAtMs: 3, failure: 'x' })],
      ['failed', (tx: Tx, stale: Claim) => markFailed(tx, stale, 'x')],
    ] as const)('refuses a worker whose claim was taken over to mark it %s', async (_name, mark) => {
      await write(1);
      const stale = await claimOne();
      await claim(2_000 + leaseMs);
      const before = await kept();
      const work = settle(async (tx) => {
        const [occurrence] = await listOccurrences(tx, board, 'f');
        if (occurrence) await saveOccurrence(tx, board, { ...occurrence, round: 9 });
        await mark(tx, stale);
      });
      await expect(work).rejects.toThrow(StaleClaim);
      expect(await kept()).toEqual(before);
      expect(await listOccurrences(store().db, board, 'f')).toMatchObject([{ round: 0 }]);
    });

    it('refuses to settle a message twice', async () => {
      await write(1);
      const claimed = await claimOne();
      await settle((tx) => markSent(tx, claimed, posted));
      await expect(settle((tx) => markFailed(tx, claimed, 'x'))).rejects.toThrow(StaleClaim);
      expect(await kept()).toMatchObject({ state: 'sent' });
    });

    it('lets go of an occurrence’s waiting messages, and of no other', async () => {
      await write(3);
      expect(await claimOne()).toMatchObject({ occurrenceId: 'f-0' });
      for (const id of ['f-0', 'f-1']) await settle((tx) => withdrawReminders(tx, board, id));
      expect((await claim(9e12)).map(({ occurrenceId }) => occurrenceId)).toEqual(['f-0', 'f-2']);
      expect(await listDeliveries(store().db, board, 'f-1')).toEqual([]);
    });

    it.each(otherBoards)('shows and gives nothing to $teamId/$channelId', async (other) => {
      await write(1);
      expect(await listDeliveries(store().db, other, 'f-0')).toEqual([]);
      await settle((tx) => withdrawReminders(tx, other, 'f-0'));
      expect(await kept()).toMatchObject({ state: 'pending' });
      const step = { step: 'r1:due', role: 'owner' as const, dueAtMs: 1 };
      await expect(settle((tx) => enqueueReminders(tx, other, 'f-0', [step], newId))).rejects.toThrow();
    });
  });
}
