import { randomUUID } from 'node:crypto';
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
import { createQuestionRecords } from '../../../src/store/questions/create-question-records.ts';
import { listGapNews, takeGapNews } from '../../../src/store/questions/gap-news.ts';
import { markSent } from '../../../src/store/settle-delivery.ts';
import type { Rig } from '../contract.ts';
import { board, closedOccurrence, fullFollowUp, openOccurrence, otherBoards } from '../records.ts';

const lastTouchedMs = 2_000_000_000_000;
const by = { actor: 'command-line', atMs: lastTouchedMs * 2 };

export function purgeRules({ store }: Rig): void {
  /** A follow-up with one date, and one message about it that was sent. */
  const fill = async (id: string, date = closedOccurrence, of = board) => {
    await store().transaction(async (tx) => {
      await insertFollowUp(tx, { ...fullFollowUp, id, board: of });
      await insertOccurrences(tx, of, [{ ...date, id: `${id}-0`, followUpId: id }]);
      await appendHistory(tx, of, [
        { followUpId: id, occurrenceId: null, action: 'added', by: 'U1', atMs: lastTouchedMs, changes: [] },
      ]);
      const step = { step: 'r0:due', role: 'owner' as const, dueAtMs: lastTouchedMs };
      await enqueueReminders(tx, of, `${id}-0`, [step], randomUUID);
    });
    const [claim] = await claimDue(store(), lastTouchedMs, 1, 1_000);
    if (!claim) throw new Error('nothing to claim');
    const posted = { conversationId: 'D1', messageTs: '1.2', sentAtMs: lastTouchedMs };
    await store().transaction((tx) => markSent(tx, claim, posted));
  };
  const messages = async (id: string, of = board) => (await listDeliveries(store().db, of, `${id}-0`)).length;

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

    it('keeps boards apart, also where their ids are the same', async () => {
      await fill('same');
      for (const other of otherBoards) await fill('same', openOccurrence, other);
      expect(await purge(store(), 'messages', lastTouchedMs + 1, by)).toBe(1);
      expect(await purge(store(), 'follow-ups', lastTouchedMs + 1, by)).toBe(1);
      expect(await findFollowUp(store().db, board, 'same')).toBeUndefined();
      for (const other of otherBoards) {
        expect(await findFollowUp(store().db, other, 'same')).toBeDefined();
        expect(await messages('same', other)).toBe(1);
      }
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

    const questions = () =>
      createQuestionRecords({
        ...{ store: store(), nowMs: () => lastTouchedMs, newId: () => randomUUID(), onFilled: () => {} },
        log: { error: (facts: object) => expect.fail(JSON.stringify(facts)) } as never,
      });
    const asker = { teamId: 'T1', channelId: 'D1', userId: 'U1', threadTs: null };
    const left = async () =>
      Promise.all(
        (['evidenceGap', 'gapAsker', 'gapQuestion', 'answerRating'] as const).map(
          async (table) => (await store().db.selectFrom(table).select('teamId').execute()).length,
        ),
      );

    it('of ratings takes those that were given before, and no gap', async () => {
      const rating = { verdict: 'flagged' as const, reason: 'other', note: 'wrong', statementIds: ['a'] };
      await questions().rate(asker, 'q1', rating);
      await questions().noteGap(asker, { concepts: ['dose'], reason: 'outside', question: 'dose?' });
      expect(await purge(store(), 'ratings', lastTouchedMs, by)).toBe(0);
      expect(await purge(store(), 'ratings', lastTouchedMs + 1, by)).toBe(1);
      expect(await left()).toEqual([1, 1, 1, 0]);
    });

    it('of gaps takes one that was filled, with who asked and what, once everybody has been told', async () => {
      const gap = { concepts: ['dose'], reason: 'outside', question: 'dose?' };
      await questions().noteGap(asker, gap);
      await questions().noteGap(asker, { ...gap, concepts: ['cost'], question: 'cost?' });
      const filled = (await questions().gaps('T1', 'open')).find(({ concepts }) => concepts[0] === 'dose');
      await questions().fill('T1', filled?.id ?? '', { claimId: 'c', by: 'U7' });
      expect(await purge(store(), 'gaps', lastTouchedMs * 2, by)).toBe(0);
      const [news] = await listGapNews(store());
      if (!news) throw new Error('nobody to tell');
      await takeGapNews(store(), news, lastTouchedMs);
      expect(await purge(store(), 'gaps', lastTouchedMs, by)).toBe(0);
      expect(await purge(store(), 'gaps', lastTouchedMs + 1, by)).toBe(1);
      expect(await left()).toEqual([1, 1, 1, 0]);
      expect(await questions().gaps('T1', 'all')).toMatchObject([
        { concepts: ['cost'], questions: ['cost?'] },
      ]);
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
