import { describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/store/audit/list-audit.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { claimDue } from '../../../src/store/claim-due.ts';
import { listDeliveries } from '../../../src/store/deliveries.ts';
import { enqueueReminders } from '../../../src/store/enqueue-reminders.ts';
import { findFollowUp, insertFollowUp } from '../../../src/store/follow-ups.ts';
import { appendHistory, listHistory } from '../../../src/store/history.ts';
import { findOccurrence, insertOccurrences } from '../../../src/store/occurrences.ts';
import { eraseCase, purge } from '../../../src/store/purge.ts';
import { markSent } from '../../../src/store/settle-delivery.ts';
import type { Rig } from '../contract.ts';
import { board, closedOccurrence, fullFollowUp, openOccurrence } from '../records.ts';

const lastTouchedMs = 2_000_000_000_000;
const by = { actor: 'command-line', atMs: lastTouchedMs * 2, knowledgeVersion: 'abc' };

export function purgeRules({ store }: Rig): void {
  /** A follow-up with one date, and one message about it that was sent. */
  const fill = async (id: string, date = closedOccurrence) => {
    await store().transaction(async (tx) => {
      await insertFollowUp(tx, { ...fullFollowUp, id });
      await insertOccurrences(tx, board, [{ ...date, id: `${id}-0`, followUpId: id }]);
      await appendHistory(tx, board, [
        { followUpId: id, occurrenceId: null, action: 'added', by: 'U1', atMs: lastTouchedMs, changes: [] },
      ]);
      const step = { step: 'r0:due', role: 'owner' as const, dueAtMs: lastTouchedMs };
      await enqueueReminders(tx, board, `${id}-0`, [step], () => `m-${id}`);
    });
    const [claim] = await claimDue(store(), lastTouchedMs, 1, 1_000);
    if (!claim) throw new Error('nothing to claim');
    const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: lastTouchedMs };
    await store().transaction((tx) => markSent(tx, claim, posted));
  };
  const messages = async (id: string) => (await listDeliveries(store().db, board, `${id}-0`)).length;

  describe('a purge', () => {
    it('of follow-ups takes those that are over, with everything about them', async () => {
      await fill('over');
      expect(await purge(store(), 'follow-ups', lastTouchedMs + 1, by)).toBe(1);
      expect(await findFollowUp(store().db, board, 'over')).toBeUndefined();
      expect(await findOccurrence(store().db, board, 'over-0')).toBeUndefined();
      expect(await listHistory(store().db, board, 'over')).toEqual([]);
      expect(await messages('over')).toBe(0);
    });

    it('never takes what is open, however old it is', async () => {
      await fill('open', openOccurrence);
      expect(await purge(store(), 'follow-ups', lastTouchedMs * 2, by)).toBe(0);
      expect(await purge(store(), 'messages', lastTouchedMs * 2, by)).toBe(0);
      expect(await messages('open')).toBe(1);
    });

    it('leaves what was touched since', async () => {
      await fill('recent');
      expect(await purge(store(), 'follow-ups', lastTouchedMs, by)).toBe(0);
      expect(await purge(store(), 'messages', lastTouchedMs, by)).toBe(0);
    });

    it('of messages leaves the follow-up they were about', async () => {
      await fill('closed');
      expect(await purge(store(), 'messages', lastTouchedMs + 1, by)).toBe(1);
      expect(await findFollowUp(store().db, board, 'closed')).toBeDefined();
    });

    it('of one case takes all of it, open or not, and nothing of another', async () => {
      await fill('open', openOccurrence);
      await store().transaction((tx) =>
        insertFollowUp(tx, { ...fullFollowUp, id: 'other', caseCode: 'CASE-13' }),
      );
      expect(await eraseCase(store(), { ...board, channelId: 'C9' }, 'CASE-12', by)).toBe(0);
      expect(await eraseCase(store(), board, 'CASE-12', by)).toBe(1);
      expect(await findFollowUp(store().db, board, 'open')).toBeUndefined();
      expect(await messages('open')).toBe(0);
      expect(await findFollowUp(store().db, board, 'other')).toBeDefined();
      expect(await store().transaction((tx) => verifyAudit(tx))).toMatchObject({ intact: true });
    });

    it('is itself in the audit record, which stays intact', async () => {
      await fill('over');
      await purge(store(), 'follow-ups', lastTouchedMs + 1, by);
      const rows = [];
      for await (const row of listAudit(store().db)) rows.push(row);
      expect(rows.at(-1)).toMatchObject({ action: 'purged', what: 'follow-ups', actor: 'command-line' });
      expect(await store().transaction((tx) => verifyAudit(tx))).toMatchObject({ intact: true });
    });
  });
}
