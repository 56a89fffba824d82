import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { controlOf, filledIn, written } from '../support/board-talk.ts';
import {
  choose,
  decide,
  flag,
  home,
  leeRow,
  onHome,
  shown,
  source,
  toldTo,
  valueIn,
} from '../support/flag-talk.ts';
import { knowledge, startQuestionApp } from '../support/question-app.ts';

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
    await expect.poll(() => shown(asked, 'what dose did Lee use?')).not.toContain('Found wrong');
    const versionOf = async (what: string) => {
      const rows = asked.store.db.selectFrom('audit').select('knowledgeVersion').where('what', '=', what);
      return (await rows.executeTakeFirst())?.knowledgeVersion ?? '';
    };
    // Written beside the answer, not before it.
    await expect.poll(() => versionOf('knowledge base')).toContain('abcdef0');
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

  test('decides all that one person said of a statement at once, having read all of it, and tells them once', async () => {
    const asked = await startQuestionApp();
    await flag(asked, { reason: 'wrong-figure', note: 'the first thing' });
    const early = await asked.opened(asked.app.press(choose(valueIn(await home(asked), 'upheld')), onHome));
    await flag(asked, { reason: 'outdated', note: 'the second thing' });
    const late = await asked.app.submit(filledIn(early, { note: written('agreed') }));
    expect(await late.text()).toContain('more was said');

    const asking = await asked.opened(asked.app.press(choose(valueIn(await home(asked), 'upheld')), onHome));
    expect(JSON.stringify(asking)).toMatch(/the first thing.*the second thing/);
    expect(await (await asked.app.submit(filledIn(asking, { note: written('Both.') }))).text()).toContain(
      'Upheld',
    );
    expect(await toldTo(asked)).toMatch(/A curator agrees.*Both\./s);
    expect(await home(asked)).toContain('no flag is open');
    for (const _ of [1, 2]) await asked.nextPost();
    expect(await shown(asked, 'what dose did Lee use?')).toContain(
      'Found wrong by a curator on 23 November 2026 (it is outdated or retracted; a figure or unit is wrong)',
    );
    expect(await asked.curation.settled(5_000)).toBe(true);
    expect(asked.news.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
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
    await decide(asked, 'upheld', 'The unit.');
    const wrong = await approve('Bo Cole');
    expect(wrong).toContain('found wrong by a curator on 23 November 2026');
    expect(wrong).not.toContain('decide that first');
    const unknown = filledIn(asking, { claimId: written('no-such'), reviewerName: written('Bo Cole') });
    expect(await (await asked.app.submit(unknown)).text()).toContain('has this id now');
  });
});
