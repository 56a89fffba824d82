import { describe, expect, test } from 'vitest';
import { controlOf, filledIn, picked, written } from '../support/board-talk.ts';
import { openAccess } from '../support/open-access.ts';
import { knowledge, startQuestionApp } from '../support/question-app.ts';

const inDirect = (responseUrl: string) => ({
  response_url: responseUrl,
  channel: { id: 'D1', name: 'directmessage' },
});
const leeRow = 'guo-2024-row-lee-2006';

describe('an answer', () => {
  test('is shared with the channel under the name of who shares it, without its buttons', async () => {
    const { app, mention, nextPost } = await startQuestionApp();
    const { all } = await mention('what dose did Lee use?');
    await app.press(controlOf(JSON.parse(all), 'imt.share-answer'));
    const shared = await nextPost();
    expect(shared.response_type).toBe('in_channel');
    for (const part of ['Shared by <@U1>', leeRow, 'Understood']) expect(shared.all).toContain(part);
    expect(shared.all).not.toMatch(/imt\.helpful|imt\.share-answer/);
  });

  test('that is 31 days old is not remembered, and says so', async () => {
    const { app, mention, nextPost, clock } = await startQuestionApp();
    const { all } = await mention('what dose did Lee use?');
    clock.nowMs += 31 * 86_400_000;
    await mention('ROS1 frequency?');
    await app.press(controlOf(JSON.parse(all), 'imt.share-answer'));
    expect((await nextPost()).all).toContain('remembered for 30 days');
  });

  test('takes that it helped', async () => {
    const { app, write, nextPost, store } = await startQuestionApp();
    const { all } = await write('ROS1 frequency?');
    await app.press(controlOf(JSON.parse(all), 'imt.helpful'), inDirect(app.slack.newResponseUrl()));
    expect((await nextPost()).all).toContain('Noted as helpful');
    const ratings = await store.db.selectFrom('answerRating').select('verdict').execute();
    expect(ratings).toEqual([{ verdict: 'helpful' }]);
  });

  test.each([
    ['imt.not-helpful', 'missing', 'not-helpful', 'Noted, with your reason'],
    ['imt.flag', 'wrong-figure', 'flagged', 'Flagged'],
  ])(
    'asks why on %s, keeps the note sealed, and says what comes of it',
    async (id, reason, verdict, said) => {
      const { app, write, opened, nextPost, store, written: stored } = await startQuestionApp();
      const { all } = await write('ROS1 frequency?');
      const press = app.press(controlOf(JSON.parse(all), id), inDirect(app.slack.newResponseUrl()));
      const view = await opened(press);
      await app.submit(
        filledIn(view, { reason: picked(reason), note: written('the newer series is missing') }),
      );
      expect((await nextPost()).all).toContain(said);
      const [rating] = await store.db.selectFrom('answerRating').selectAll().execute();
      expect(rating).toMatchObject({ verdict, reason });
      expect(stored()).not.toContain('newer series');
    },
  );

  test('flagged as a whole is said to be read where it is read: among the reported answers of the gaps, by curators', async () => {
    const { app, write, opened, nextPost } = await startQuestionApp();
    const { all } = await write('ROS1 frequency?');
    const view = await opened(
      app.press(controlOf(JSON.parse(all), 'imt.flag'), inDirect(app.slack.newResponseUrl())),
    );
    await app.submit(
      filledIn(view, {
        statement: picked('answer'),
        reason: picked('missing-warning'),
        note: written('no contrary source'),
      }),
    );
    const said = (await nextPost()).all;
    expect(said).toContain('no statement is marked');
    expect(said).toContain('`/imt gaps`');
    expect(said).not.toContain('compares it with its source');
    expect((await write('ROS1 frequency?')).all).not.toContain('Under review');
    await app.type('/imt', 'gaps');
    expect((await nextPost()).all).toMatch(/Answers that people reported.*⚑ A warning.*no contrary source/s);
    await app.type('/imt', 'flags');
    expect((await nextPost()).all).toContain('no flag is open');
  });

  test('takes no note that holds an identifier', async () => {
    const { app, write, opened, store } = await startQuestionApp();
    const { all } = await write('ROS1 frequency?');
    const press = app.press(controlOf(JSON.parse(all), 'imt.flag'), inDirect(app.slack.newResponseUrl()));
    const view = await opened(press);
    const note = written('wrong for Mr Whitaker, MRN 4471902');
    const answer = await (await app.submit(filledIn(view, { reason: picked('other'), note }))).text();
    expect(JSON.parse(answer).errors.note).toContain('medical record number');
    expect(await store.db.selectFrom('answerRating').selectAll().execute()).toEqual([]);
  });
});

describe('the gaps', () => {
  test('are grouped by what was asked, counted, and kept without names', async () => {
    const { app, write, nextPost, written: stored } = await startQuestionApp();
    await write('pembrolizumab dose?');
    await write('what is the dose of pembrolizumab?', { user: 'U2', channel: 'D2' });
    await write('osteosarcoma survival?');
    await app.type('/imt', 'gaps');
    const { all } = await nextPost();
    expect(all).toContain('*dose, pembrolizumab* · asked 2 times');
    expect(all).toContain('*osteosarcoma, overall-survival* · asked once');
    expect(all).toContain('what is the dose of pembrolizumab?');
    expect(all).not.toMatch(/U1|U2/);
    expect(stored()).not.toContain('what is the dose');
  });

  test('are for curators only', async () => {
    const { app, nextPost } = await startQuestionApp({ ...openAccess, isCurator: () => false });
    await app.type('/imt', 'gaps');
    expect((await nextPost()).all).toContain('Only curators of the knowledge base');
    await app.press({ action_id: 'imt.export-gaps', value: 'csv' });
    expect((await nextPost()).all).toContain('Only curators of the knowledge base');
  });

  test.each([
    ['refused', { status: 200, body: '{"ok":false,"error":"some_new_refusal"}' }, 2],
    ['broken off', 'reset' as const, 1],
  ])('are told of again only when the first message was surely not sent: %s', async (_, fault, requests) => {
    const { app, write, opened, nextPost, news, tellAgain } = await startQuestionApp();
    await write('pembrolizumab dose?');
    await app.type('/imt', 'gaps');
    const list = JSON.parse((await nextPost()).all);
    const filling = await opened(app.press(controlOf(list, 'imt.fill-gap')));
    news.failNext('chat.postMessage', fault);
    await app.submit(filledIn(filling, { claimId: written(leeRow) }));
    await news.nextCall('chat.postMessage');
    await tellAgain();
    await tellAgain();
    expect(news.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(requests);
  });

  test('are assigned, and when filled tell who asked, once', async () => {
    const { app, write, opened, nextPost, news, store } = await startQuestionApp();
    await write('pembrolizumab dose?');
    await app.type('/imt', 'gaps');
    const list = JSON.parse((await nextPost()).all);
    const assigning = await opened(app.press(controlOf(list, 'imt.assign-gap')));
    await app.submit(filledIn(assigning, {}));
    expect((await nextPost()).all).toContain('Assigned to <@U1>');
    const filling = await opened(app.press(controlOf(list, 'imt.fill-gap')));
    const wrong = await app.submit(filledIn(filling, { claimId: written('no-such-claim') }));
    expect(await wrong.text()).toContain('has this id');
    await app.submit(filledIn(filling, { claimId: written(leeRow) }));
    expect((await nextPost()).all).toContain('One person who asked is told once');
    const { args } = await news.nextCall('chat.postMessage');
    expect(args).toMatchObject({ channel: 'DNEWS' });
    expect(args.blocks).toContain(knowledge.claims.get(leeRow)?.locator);
    const again = await app.submit(filledIn(filling, { claimId: written(leeRow) }));
    expect(await again.text()).toContain('filled already');
    const open = await store.db.selectFrom('gapAsker').select('tellingAtMs').execute();
    expect(open.every(({ tellingAtMs }) => tellingAtMs !== null)).toBe(true);
    expect(news.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });
});
