import { describe, expect, test } from 'vitest';
import { createBoardAccess, type Standing } from '../../src/access/board-access.ts';
import { controlOf, filledIn, picked, written } from '../support/board-talk.ts';
import { startQuestionApp } from '../support/question-app.ts';

const shut = {
  allowGuests: false,
  allowExternal: false,
  adminIds: new Set<string>(),
  curatorIds: new Set<string>(),
};
const accessOf = (kind: Standing['kind']) =>
  createBoardAccess(
    { standing: async () => ({ kind, isAdmin: false }), membership: async () => 'member' },
    shut,
  );

describe.each(['guest', 'external'] as const)('a person who is %s, where boards are shut to them', (kind) => {
  test('is answered in a direct message: the evidence is published and belongs to no board', async () => {
    const { write } = await startQuestionApp(accessOf(kind));
    expect((await write('what dose did Lee use?')).all).toContain('guo-2024-row-lee-2006');
  });

  test('is answered behind /imt in a channel', async () => {
    const { app, nextPost } = await startQuestionApp(accessOf(kind));
    await app.type('/imt', 'what dose did Lee use?');
    expect((await nextPost()).all).toContain('guo-2024-row-lee-2006');
  });

  test('is shown nothing that a board keeps', async () => {
    const { app, nextPost } = await startQuestionApp(accessOf(kind));
    await app.type('/imt-followup', 'list');
    expect((await nextPost()).all).toContain(
      kind === 'guest' ? 'not open to guests' : 'not open to people of another organisation',
    );
  });

  test('cannot mark a statement for everybody', async () => {
    const { app, opened, store } = await startQuestionApp(accessOf(kind));
    const details = await opened(app.press({ action_id: 'imt.source', value: 'guo-2024-row-lee-2006' }));
    const asking = await opened(app.press(controlOf(details, 'imt.flag-claim')));
    const answer = await app.submit(
      filledIn(asking, { reason: picked('wrong-figure'), note: written('no') }),
    );
    expect(await answer.text()).toContain('A flag marks the statement for everybody');
    expect(await store.db.selectFrom('claimFlag').select('id').execute()).toEqual([]);
  });
});
