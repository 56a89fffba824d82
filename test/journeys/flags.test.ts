import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { mostOpenFlags } from '../../src/evidence/curation/curation-records.ts';
import { flagClaim } from '../../src/store/curation/claim-flags.ts';
import { controlOf, filledIn, picked, written } from '../support/board-talk.ts';
import { flag, home, leeRow, shown, source } from '../support/flag-talk.ts';
import { knowledge, startQuestionApp } from '../support/question-app.ts';

const marked = 'Under review: flagged on 23 November 2026 (a figure or unit is wrong), not judged yet';

describe('a statement that somebody flags', () => {
  test('is marked at once for everybody, wherever it is shown, without the name of who said it', async () => {
    const asked = await startQuestionApp();
    const { app, opened, nextPost } = asked;
    const topic = knowledge.claims.get(leeRow)?.topic ?? '';
    expect(await shown(asked, 'what dose did Lee use?')).not.toContain('Under review');
    await flag(asked, { user: 'UFLAG' });
    await nextPost();
    const answer = await shown(asked, 'what dose did Lee use?');
    expect(answer).toContain(marked);
    expect(answer).toContain(knowledge.claims.get(leeRow)?.statement);
    await app.press(controlOf(JSON.parse(answer), 'imt.share-answer'));
    expect((await nextPost()).all).toContain(marked);
    expect(JSON.stringify(await opened(app.press(source(leeRow))))).toContain(marked);
    expect(await shown(asked, 'table')).toContain(marked);
    const pages: string[] = [];
    for (let next = await shown(asked, topic); ; next = (await nextPost()).all) {
      pages.push(next);
      if (!next.includes('"imt.more"')) break;
      await app.press(controlOf(JSON.parse(next), 'imt.more'));
    }
    expect(pages.filter((page) => page.includes(marked)).length).toBeGreaterThan(0);
    expect(`${answer}${pages}`).not.toContain('UFLAG');
  });

  test('is marked in a comparison, its table and the dialog of all findings', async () => {
    const asked = await startQuestionApp();
    const compare = async () => {
      await asked.app.type('/imt', 'compare crizotinib vs radiotherapy');
      // Other posts may come between: what was done, and the picture.
      for (;;) {
        const { all } = await asked.nextPost();
        if (all.includes('Treatments side by side')) return JSON.parse(all).blocks as { type: string }[];
      }
    };
    const findings = () => asked.opened(asked.app.press({ action_id: 'imt.option.0', value: 'crizotinib' }));
    const table = (blocks: { type: string }[]) =>
      JSON.stringify(blocks.filter(({ type }) => type === 'data_table'));
    const [before, all] = [await compare(), JSON.stringify(await findings())];
    const first = [...knowledge.claims.values()].find(
      ({ statement }) => table(before).includes(statement) && all.includes(statement),
    );
    await flag(asked, { id: first?.id ?? '' });
    expect(table(before)).not.toContain('Under review');
    expect(table(await compare())).toContain(`${first?.statement} ⚑ ${marked}`);
    expect(JSON.stringify(await findings())).toContain(marked);
  });

  test('can be named out of an answer, and what was written stands in the queue alone', async () => {
    const asked = await startQuestionApp();
    const { app, opened, nextPost, written: stored } = asked;
    const answer = JSON.parse(await shown(asked, 'what dose did Lee use?'));
    const asking = await opened(app.press(controlOf(answer, 'imt.flag')));
    const values = {
      statement: picked(`${leeRow} ${knowledge.claims.get(leeRow)?.contentHash}`),
      reason: picked('wrong-figure'),
      note: written('newer series'),
    };
    await app.submit(filledIn(asking, values));
    expect((await nextPost()).all).toContain('marked “under review” for everybody');
    expect(await shown(asked, 'what dose did Lee use?')).toContain(marked);
    expect(await home(asked)).toContain('newer series');
    expect(await shown(asked, 'gaps')).not.toContain('newer series');
    expect(stored()).not.toContain('newer series');
  });

  test('is flagged as it was shown: what has changed since the answer is neither in its list nor taken', async () => {
    let files: KnowledgeBase = knowledge;
    const asked = await startQuestionApp(undefined, { load: () => files });
    const { app, opened } = asked;
    const answer = JSON.parse(await shown(asked, 'what dose did Lee use?'));
    const before = await opened(app.press(controlOf(answer, 'imt.flag')));
    const details = await opened(app.press(source(leeRow)));
    const read = `${leeRow} ${knowledge.claims.get(leeRow)?.contentHash}`;
    expect(JSON.stringify(before)).toContain(read);
    const lee = knowledge.claims.get(leeRow);
    if (!lee) throw new Error('no such statement');
    const corrected = { ...lee, contentHash: 'c0ffee000000' };
    files = { ...knowledge, claims: new Map([...knowledge.claims, [leeRow, corrected]]) };
    files = { ...files, version: { hash: 'abcdef0', date: '2026-11-24' } };
    asked.curation.reload();

    const late = filledIn(before, { statement: picked(read), reason: picked('wrong-figure') });
    expect(await (await app.submit(late)).text()).toContain('was changed since you opened this');
    await app.press(controlOf(details, 'imt.flag-claim'));
    expect((await asked.nextPost()).all).toContain('was changed since you opened this');
    const again = JSON.stringify(await opened(app.press(controlOf(answer, 'imt.flag'))));
    expect(again).not.toContain(leeRow);
    expect(again).toContain('something has changed since it was shown');
    expect(await shown(asked, 'what dose did Lee use?')).not.toContain('Under review');
    expect(await asked.store.db.selectFrom('claimFlag').select('id').execute()).toEqual([]);
  });

  test('is not the twenty-first of one person: the refusal says what to do, and nothing is kept of it', async () => {
    const asked = await startQuestionApp();
    const claims = [...knowledge.claims.keys()].slice(0, mostOpenFlags + 1);
    await asked.store.transaction(async (tx) => {
      for (const [at, claimId] of claims.slice(1).entries())
        await flagClaim(tx, {
          ...{ id: `f${at}`, teamId: 'T1', userId: 'U1', claimId, contentHash: '0123456789ab' },
          ...{ reason: 'other', note: null, atMs: 1 },
        });
    });
    expect(await flag(asked, { id: claims[0] ?? '' })).toContain('you have 20 flags open');
    expect(await asked.store.db.selectFrom('claimFlag').select('id').execute()).toHaveLength(mostOpenFlags);
  });

  test('is not flagged with an identifier in the note', async () => {
    const asked = await startQuestionApp();
    expect(await flag(asked, { note: 'wrong for Mr Whitaker, MRN 4471902' })).toContain(
      'medical record number',
    );
    expect(await shown(asked, 'what dose did Lee use?')).not.toContain('Under review');
  });

  test('carries every reason that two people, or one person twice, gave, and the same one once', async () => {
    const asked = await startQuestionApp();
    await flag(asked, { reason: 'other', note: 'the first thing' });
    await flag(asked, { reason: 'outdated', note: 'the second thing' });
    await flag(asked, { reason: 'outdated', note: 'the second thing' });
    await flag(asked, { user: 'U2', team: 'T2' });
    for (const _ of [1, 2, 3, 4]) await asked.nextPost();
    expect(await shown(asked, 'what dose did Lee use?')).toContain(
      'flagged on 23 November 2026 (another reason; it is outdated or retracted; a figure or unit is wrong)',
    );
    const view = await home(asked);
    expect(view).toContain('2 open, oldest first');
    expect(view.match(/the first thing/g)).toHaveLength(1);
    expect(view.match(/the second thing/g)).toHaveLength(1);
    expect(view).toContain('somebody of another workspace');
    expect(view).not.toContain('U2');
  });
});
