import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { mostOpenFlags } from '../../src/evidence/curation/curation-records.ts';
import { flagClaim } from '../../src/store/curation/claim-flags.ts';
import { controlOf, filledIn, picked, written } from '../support/board-talk.ts';
import { knowledge, type QuestionApp, startQuestionApp } from '../support/question-app.ts';

const leeRow = 'guo-2024-row-lee-2006';
const marked = 'Under review: flagged on 23 November 2026 (a figure or unit is wrong), not judged yet';

const source = (id: string) => ({ action_id: 'imt.source', value: id });

/** Somebody opens the source of a statement, presses the button there and says why. */
async function flag(
  { app, opened }: QuestionApp,
  { id = leeRow, reason = 'wrong-figure', note = 'the unit', user = 'U1', team = 'T1' } = {},
): Promise<string> {
  const who = { user: { id: user, team_id: team }, team: { id: team } };
  const place = { ...who, response_url: app.slack.newResponseUrl(), channel: { id: 'C1' } };
  const details = await opened(app.press(source(id), place));
  const asking = await opened(app.press(controlOf(details, 'imt.flag-claim'), place));
  const filled = filledIn(asking, { reason: picked(reason), note: written(note) });
  return (await app.submit(filled, who)).text();
}

async function home({ app }: QuestionApp, user = 'U1'): Promise<string> {
  const drawn = () => app.slack.calls.filter(({ method }) => method === 'views.publish');
  const before = drawn().length;
  await app.sendEvent({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' });
  await expect.poll(() => drawn().length, { timeout: 10_000 }).toBeGreaterThan(before);
  return drawn().at(-1)?.args.view ?? '';
}

const choose = (value: string) => ({ type: 'overflow', action_id: 'imt.curate', selected_option: { value } });
const onHome = { view: { id: 'V1', type: 'home' }, container: { type: 'view', view_id: 'V1' } };
const valueIn = (view: string, what: string) => new RegExp(`"(${what} [^"]+)"`).exec(view)?.[1] ?? '';

async function decide(asked: QuestionApp, outcome: 'upheld' | 'rejected', note: string): Promise<string> {
  const view = await asked.opened(asked.app.press(choose(valueIn(await home(asked), outcome)), onHome));
  return (await asked.app.submit(filledIn(view, { note: written(note) }))).text();
}

async function toldTo({ news }: QuestionApp): Promise<string> {
  return (await news.nextCall('chat.postMessage')).args.blocks ?? '';
}

async function shown({ app, nextPost }: QuestionApp, text: string): Promise<string> {
  await app.type('/imt', text);
  return (await nextPost()).all;
}

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
    expect(await flag(asked, { id: claims[0] ?? '' })).toContain('you have 20 statements flagged');
    expect(await asked.store.db.selectFrom('claimFlag').select('id').execute()).toHaveLength(mostOpenFlags);
  });

  test('is not flagged with an identifier in the note', async () => {
    const asked = await startQuestionApp();
    expect(await flag(asked, { note: 'wrong for Mr Whitaker, MRN 4471902' })).toContain(
      'medical record number',
    );
    expect(await shown(asked, 'what dose did Lee use?')).not.toContain('Under review');
  });

  test('by two people carries both reasons, and by one twice the last', async () => {
    const asked = await startQuestionApp();
    await flag(asked, { reason: 'other' });
    await flag(asked, { reason: 'outdated' });
    await flag(asked, { user: 'U2', team: 'T2' });
    for (const _ of [1, 2, 3]) await asked.nextPost();
    expect(await shown(asked, 'what dose did Lee use?')).toContain(
      'flagged on 23 November 2026 (it is outdated or retracted; a figure or unit is wrong)',
    );
    const view = await home(asked);
    expect(view).toContain('2 open, oldest first');
    expect(view).toContain('somebody of another workspace');
    expect(view).not.toContain('U2');
  });
});

describe('a curator', () => {
  test('upholds a flag: the mark stays and says so until another content is loaded; the flagger is told once', async () => {
    let files: KnowledgeBase = knowledge;
    const asked = await startQuestionApp(undefined, { load: () => files });
    await flag(asked);
    await asked.nextPost();
    expect(await decide(asked, 'upheld', 'The table prints Gy.')).toContain('Upheld');
    expect(await toldTo(asked)).toMatch(/A curator agrees.*The table prints Gy\./s);
    const found =
      'Found wrong by a curator on 23 November 2026 (a figure or unit is wrong): its correction is pending';
    expect(await shown(asked, 'what dose did Lee use?')).toContain(found);
    expect(await home(asked)).toContain('1 decided here and not in the files yet');
    const lee = knowledge.claims.get(leeRow);
    if (!lee) throw new Error('no such statement');
    const corrected = { ...lee, contentHash: 'c0ffee000000' };
    files = {
      ...knowledge,
      version: { hash: 'abcdef0', date: '2026-11-24' },
      claims: new Map([...knowledge.claims, [leeRow, corrected]]),
    };
    await asked.app.press({ action_id: 'imt.reload', value: 'files' }, onHome);
    await expect
      .poll(() => shown(asked, 'what dose did Lee use?'), { timeout: 10_000 })
      .not.toContain('Found wrong');
    const versionOf = async (what: string) => {
      const rows = asked.store.db.selectFrom('audit').select('knowledgeVersion').where('what', '=', what);
      return (await rows.executeTakeFirst())?.knowledgeVersion ?? '';
    };
    // Written beside the answer, not before it.
    await expect.poll(() => versionOf('knowledge base'), { timeout: 10_000 }).toContain('abcdef0');
    expect(await versionOf('flag')).toContain(knowledge.version.hash);
    await asked.curation.start();
    expect(await asked.curation.settled(5_000)).toBe(true);
    expect(asked.news.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('rejects a flag: the mark goes and the flagger is told; nobody decides twice', async () => {
    const asked = await startQuestionApp();
    await flag(asked);
    await asked.nextPost();
    const late = await asked.opened(asked.app.press(choose(valueIn(await home(asked), 'upheld')), onHome));
    expect(await decide(asked, 'rejected', 'As printed.')).toContain('Rejected');
    expect(await toldTo(asked)).toMatch(/lets it stand.*As printed\./s);
    expect(await shown(asked, 'what dose did Lee use?')).not.toMatch(/Under review|Found wrong/);
    const again = await asked.app.submit(filledIn(late, { note: written('no') }));
    expect(await again.text()).toContain('decided already');
    const rows = await asked.store.db.selectFrom('audit').select(['what', 'outcome']).execute();
    const outcomes = rows.filter(({ what }) => what === 'flag').map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['flagged', 'rejected']);
  });

  test('approves a statement under a name of the right shape: everybody sees it at once', async () => {
    const asked = await startQuestionApp();
    const details = await asked.opened(asked.app.press(source(leeRow)));
    const asking = await asked.opened(asked.app.press(controlOf(details, 'imt.approve')));
    for (const name of ['', '4471902', '<@U1>']) {
      const refused = await asked.app.submit(filledIn(asking, { reviewerName: written(name) }));
      expect(await refused.text()).toContain('letters only');
    }
    await asked.app.submit(filledIn(asking, { reviewerName: written('Dr Ada Byrne') }));
    expect((await asked.nextPost()).all).toContain('reviewed by Dr Ada Byrne');
    const answer = await shown(asked, 'what dose did Lee use?');
    expect(answer).toContain('reviewed by Dr Ada Byrne on 23 November 2026');
    expect(asked.written()).not.toContain('Byrne');
    const twice = await asked.app.submit(filledIn(asking, { reviewerName: written('Bo Cole') }));
    expect(await twice.text()).toContain('approved it as it stands');
  });

  test('does not approve what they wrote, nor what is flagged', async () => {
    const lee = knowledge.claims.get(leeRow);
    if (!lee) throw new Error('no such statement');
    const claims = new Map([...knowledge.claims, [leeRow, { ...lee, writtenBy: 'Byrne, Ada' }] as const]);
    const asked = await startQuestionApp(undefined, { load: () => ({ ...knowledge, claims }) });
    const asking = await asked.opened(asked.app.press({ action_id: 'imt.approve', value: 'one' }, onHome));
    const approve = async (name: string) =>
      (
        await asked.app.submit(filledIn(asking, { claimId: written(leeRow), reviewerName: written(name) }))
      ).text();
    expect(await approve('Dr. Ada Byrne')).toContain('somebody else has to approve it');
    await flag(asked);
    expect(await approve('Bo Cole')).toContain('decide that first');
    const unknown = filledIn(asking, { claimId: written('no-such'), reviewerName: written('Bo Cole') });
    expect(await (await asked.app.submit(unknown)).text()).toContain('has this id now');
  });
});
