import { describe, expect, it } from 'vitest';
import type { KeptAnswer, QuestionPlace } from '../../../src/evidence/questions/question-records.ts';
import { createQuestionRecords } from '../../../src/store/questions/create-question-records.ts';
import { listGapNews, returnGapNews, takeGapNews } from '../../../src/store/questions/gap-news.ts';
import { createSeenEvents } from '../../../src/store/questions/seen-events.ts';
import type { Rig } from '../contract.ts';
import { withStore } from '../engines.ts';

const place: QuestionPlace = { teamId: 'T1', channelId: 'D1', userId: 'U1', threadTs: '1.1' };
const answer: KeptAnswer = {
  ...{ outcome: 'answered', reason: null, understood: ['dose'], statementIds: ['a'], relatedIds: [] },
  ...{ outside: [], onlyAsClass: [], notTold: [], unansweredParts: [] },
};
const day = 86_400_000;
const gap = { concepts: ['dose', 'pembrolizumab'], reason: 'drug-dose', question: 'pembrolizumab dose?' };

export function questionRules({ engine, store, databaseUrl }: Rig): void {
  const clock = { nowMs: 1_795_430_000_000 };
  let filled = 0;
  const errors: object[] = [];
  const records = () => {
    let ids = 0;
    return createQuestionRecords({
      store: store(),
      nowMs: () => clock.nowMs,
      newId: () => `id-${clock.nowMs}-${++ids}`,
      onFilled: () => {
        filled += 1;
      },
      log: { error: (facts: object) => errors.push(facts) } as never,
    });
  };

  describe('questions', () => {
    it('are heard once, whichever of two processes hears them first', async () => {
      await withStore(databaseUrl(), async (other) => {
        // SQLite serves one process; a second connection in this one would wait for itself.
        const both = [store(), engine === 'postgres' ? other : store()].map((one) =>
          createSeenEvents(one, () => clock.nowMs),
        );
        const heard = await Promise.all(
          Array.from({ length: 40 }, (_, at) => both[at % 2]?.isNew('T1', [`event ${at}`, 'post D1 1.1'])),
        );
        expect(heard.filter(Boolean)).toHaveLength(1);
        expect(await both[0]?.isNew('T2', ['post D1 1.1'])).toBe(true);
      });
    });

    it('that were heard are forgotten after a day', async () => {
      const seen = createSeenEvents(store(), () => clock.nowMs);
      await seen.isNew('T1', ['event 1']);
      clock.nowMs += day + 1;
      expect(await seen.isNew('T1', ['event 1'])).toBe(true);
    });

    it('are remembered by the thread for 30 days, and without one for half an hour', async () => {
      const kept = records();
      const id = (await kept.keep(place, answer)) ?? '';
      expect(await kept.find(place, id)).toEqual(answer);
      expect(await kept.find({ ...place, channelId: 'D2' }, id)).toBeUndefined();
      const flat = { ...place, threadTs: null };
      clock.nowMs += 29 * 60_000;
      expect(await kept.understoodBefore(flat)).toEqual(['dose']);
      clock.nowMs += 2 * 60_000;
      expect(await kept.understoodBefore(flat)).toEqual([]);
      expect(await kept.understoodBefore(place)).toEqual(['dose']);
      expect(await kept.understoodBefore({ ...place, threadTs: '1.2' })).toEqual([]);
      clock.nowMs += 30 * day;
      expect(await kept.understoodBefore(place)).toEqual([]);
      await kept.keep({ ...place, threadTs: '9.9' }, answer);
      expect(await kept.find(place, id)).toBeUndefined();
    });

    it('have one rating a person, the last one, with its note sealed', async () => {
      const kept = records();
      const rating = { reason: 'other', statementIds: ['a'] };
      await kept.rate(place, 'q1', { ...rating, verdict: 'flagged', note: 'wrong unit' });
      await kept.rate({ ...place, userId: 'U2' }, 'q1', { ...rating, verdict: 'helpful', note: null });
      await kept.rate(place, 'q1', { ...rating, verdict: 'not-helpful', note: 'too long' });
      expect(await kept.reported('T1')).toMatchObject([{ verdict: 'not-helpful', note: 'too long' }]);
      expect(await kept.reported('T2')).toEqual([]);
      const rows = await store().db.selectFrom('answerRating').selectAll().execute();
      expect(JSON.stringify(rows)).not.toMatch(/too long|wrong unit/);
    });

    it('without an answer are counted under what they are about, whatever their words', async () => {
      const kept = records();
      await kept.noteGap(place, gap);
      await kept.noteGap({ ...place, userId: 'U2' }, { ...gap, question: null });
      await kept.noteGap({ ...place, teamId: 'T2' }, gap);
      expect(await kept.gaps('T1', 'open')).toMatchObject([
        { concepts: gap.concepts, timesAsked: 2, questions: [gap.question], claimId: null },
      ]);
      expect(JSON.stringify(await store().db.selectFrom('gapQuestion').selectAll().execute())).not.toContain(
        'pembrolizumab dose',
      );
    });

    it('are all counted under a gap, and twenty of them kept', async () => {
      const kept = records();
      for (let times = 0; times < 22; times += 1) await kept.noteGap(place, gap);
      const [open] = await kept.gaps('T1', 'open');
      expect(open).toMatchObject({ timesAsked: 22, questions: Array(20).fill(gap.question) });
    });

    it('whose gap is filled make one message a person, which one process takes', async () => {
      const kept = records();
      for (const userId of ['U1', 'U2', 'U1']) await kept.noteGap({ ...place, userId }, gap);
      const [open] = await kept.gaps('T1', 'open');
      const id = open?.id ?? '';
      expect(await kept.assign('T1', id, 'U7')).toBe(true);
      expect(await kept.assign('T2', id, 'U7')).toBe(false);
      filled = 0;
      expect(await kept.fill('T2', id, { claimId: 'c', by: 'U7' })).toBeNull();
      expect(await kept.fill('T1', id, { claimId: 'c', by: 'U7' })).toBe(2);
      expect(await kept.fill('T1', id, { claimId: 'c', by: 'U7' })).toBeNull();
      expect(filled).toBe(1);
      const news = await listGapNews(store());
      expect(news.map(({ userId }) => userId).toSorted()).toEqual(['U1', 'U2']);
      const [first] = news;
      if (!first) throw new Error('nobody to tell');
      const taken = await Promise.all([1, 2, 3].map(() => takeGapNews(store(), first, clock.nowMs)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await listGapNews(store())).toHaveLength(1);
      await returnGapNews(store(), first, clock.nowMs);
      expect(await listGapNews(store())).toHaveLength(2);
    });

    it('that are asked again after their gap was filled open it again', async () => {
      const kept = records();
      await kept.noteGap(place, gap);
      const [open] = await kept.gaps('T1', 'open');
      await kept.fill('T1', open?.id ?? '', { claimId: 'c', by: 'U7' });
      expect(await kept.gaps('T1', 'open')).toEqual([]);
      await kept.noteGap(place, gap);
      expect(await kept.gaps('T1', 'open')).toMatchObject([{ id: open?.id, timesAsked: 2 }]);
      expect(errors).toEqual([]);
    });
  });
}
