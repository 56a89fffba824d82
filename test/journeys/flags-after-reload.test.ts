import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { controlOf, filledIn, picked, written } from '../support/board-talk.ts';
import { home } from '../support/flag-talk.ts';
import { knowledge, startQuestionApp } from '../support/question-app.ts';

const leeRow = 'guo-2024-row-lee-2006';
const onHome = { view: { id: 'V1', type: 'home' }, container: { type: 'view', view_id: 'V1' } };
const source = { action_id: 'imt.source', value: leeRow };
const approval = { reviewerName: written('Dr Ada Byrne') };
const objection = { reason: picked('wrong-figure'), note: written('the unit') };

/** The same base with one statement changed, as a curator would load it. */
function changed(): KnowledgeBase {
  const lee = knowledge.claims.get(leeRow);
  if (!lee) throw new Error('no such statement');
  const corrected = { ...lee, statement: 'Another sentence.', contentHash: 'c0ffee000000' };
  const claims = new Map([...knowledge.claims, [leeRow, corrected] as const]);
  return { ...knowledge, version: { hash: 'abcdef0', date: '2026-11-24' }, claims };
}

async function startReloadable() {
  let files: KnowledgeBase = knowledge;
  const asked = await startQuestionApp(undefined, { load: () => files });
  return {
    ...asked,
    async loadChanged() {
      files = changed();
      const curator = { teamId: 'T1', userId: 'U7' };
      expect(await asked.curation.records.reload(curator)).toMatchObject({ kind: 'loaded' });
    },
  };
}

describe('a dialog about a statement that is changed before it is submitted', () => {
  test.each([
    ['imt.approve', approval],
    ['imt.flag-claim', objection],
  ])('keeps nothing of what was said of the other words: %s', async (button, filled) => {
    const { app, opened, store, loadChanged } = await startReloadable();
    const asking = await opened(app.press(controlOf(await opened(app.press(source)), button)));
    await loadChanged();
    const answer = await app.submit(filledIn(asking, filled));
    expect(await answer.text()).toContain('was changed since you opened this');
    expect(await store.db.selectFrom('claimReview').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('claimFlag').selectAll().execute()).toEqual([]);
  });
});

describe('a curator who reloads the files on App Home', () => {
  test('sees the version that was loaded there at once, without opening it again', async () => {
    const files = { base: knowledge };
    const asked = await startQuestionApp(undefined, { load: () => files.base });
    expect(await home(asked)).toContain(knowledge.version.hash);
    files.base = changed();
    await asked.app.press({ action_id: 'imt.reload', value: 'files' }, onHome);
    const drawn = () => asked.app.slack.calls.filter(({ method }) => method === 'views.publish');
    await expect.poll(() => drawn().at(-1)?.args.view).toContain('knowledge base 2026-11-24 (abcdef0)');
    expect(drawn().at(-1)?.args.view).not.toContain(knowledge.version.hash);
  });
});

describe('a curator who types the id of a statement', () => {
  test('is told of the one that took its place, and approves nothing that they did not name', async () => {
    const claims = new Map(knowledge.claims);
    claims.delete(leeRow);
    const by = [...claims.keys()][0] ?? '';
    const ended = { on: '2026-11-24', did: 'replaced', by, because: 'Said twice.' } as const;
    const published = new Map([...knowledge.published, [leeRow, [ended]] as const]);
    const { app, opened, store } = await startQuestionApp(undefined, {
      load: () => ({ ...knowledge, claims, published: published as KnowledgeBase['published'] }),
    });
    const asking = await opened(app.press({ action_id: 'imt.approve', value: 'one' }, onHome));
    const answer = await app.submit(filledIn(asking, { ...approval, claimId: written(leeRow) }));
    expect(await answer.text()).toContain(by);
    expect(await store.db.selectFrom('claimReview').selectAll().execute()).toEqual([]);
  });
});

describe('the queue of flags', () => {
  test('is shown whatever people wrote into their notes', async () => {
    const { app, opened, nextPost } = await startQuestionApp();
    const ids = [...knowledge.claims.values()]
      .sort((one, other) => other.statement.length - one.statement.length)
      .slice(0, 12)
      .map(({ id }) => id);
    for (const id of ids) {
      const details = await opened(app.press({ ...source, value: id }));
      const asking = await opened(app.press(controlOf(details, 'imt.flag-claim')));
      await app.submit(filledIn(asking, { ...objection, note: written('&<'.repeat(1_000)) }));
      expect((await nextPost()).all).toContain('Flagged');
    }
    await app.type('/imt', 'flags');
    const { all } = await nextPost();
    expect(all).toContain('12 open, oldest first');
    expect(all).toContain('imt.curate');
  });
});

describe('who flagged a statement', () => {
  test('is told what became of it also when the token was refused at first', async () => {
    const { app, opened, nextPost, news, curation } = await startQuestionApp();
    const details = await opened(app.press(source));
    const asking = await opened(app.press(controlOf(details, 'imt.flag-claim')));
    await app.submit(filledIn(asking, objection));
    await nextPost();
    news.failNext('conversations.open', { status: 200, body: '{"ok":false,"error":"token_revoked"}' });
    const [flag] = await curation.records.openFlags();
    const decision = { outcome: 'rejected', note: 'As printed.' } as const;
    await curation.records.decide({ teamId: 'T1', userId: 'U7' }, flag?.id ?? '', decision);
    await news.nextCall('conversations.open');
    expect(await curation.settled(5_000)).toBe(true);
    await curation.start();
    expect((await news.nextCall('chat.postMessage')).args.blocks).toContain('As printed.');
  });
});

describe('a flag of a statement that has been changed since', () => {
  test('is upheld without a word of a mark that the changed statement does not have', async () => {
    const { app, opened, nextPost, news, curation, loadChanged } = await startReloadable();
    const asking = await opened(app.press(controlOf(await opened(app.press(source)), 'imt.flag-claim')));
    await app.submit(filledIn(asking, objection));
    await nextPost();
    await loadChanged();
    const [flag] = await curation.records.openFlags();
    const press = {
      type: 'overflow',
      action_id: 'imt.curate',
      selected_option: { value: `upheld ${flag?.id}` },
    };
    const deciding = await opened(app.press(press, onHome));
    expect(JSON.stringify(deciding)).toContain('has changed since');
    const answer = await (await app.submit(filledIn(deciding, { note: written('The unit.') }))).text();
    expect(answer).toContain('has changed since');
    expect(answer).not.toContain('stays marked');
    const told = (await news.nextCall('chat.postMessage')).args.blocks;
    expect(told).toContain('changed since you flagged it');
    expect(told).not.toContain('is marked as wrong');
  });
});
