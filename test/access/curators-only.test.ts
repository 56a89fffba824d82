import { beforeEach, describe, expect, test } from 'vitest';
import { imt } from '../../commands/imt.ts';
import { actionIds } from '../../src/views/action-ids.ts';
import { picked, written } from '../support/board-talk.ts';
import { openAccess } from '../support/open-access.ts';
import { knowledge, type QuestionApp, startQuestionApp } from '../support/question-app.ts';

const leeRow = 'guo-2024-row-lee-2006';
const leeRead = `${leeRow} ${knowledge.claims.get(leeRow)?.contentHash}`;
type Of = (flagId: string) => string;

/** What only curators may press and submit, with what somebody would make up for it. */
const pressed: Readonly<Record<string, Of>> = {
  [actionIds.flags]: () => 'all',
  [actionIds.curate]: (flagId) => `upheld ${flagId}`,
  [actionIds.approve]: () => leeRow,
  [actionIds.reload]: () => 'files',
  [actionIds.assignGap]: (flagId) => flagId,
  [actionIds.fillGap]: (flagId) => flagId,
  [actionIds.exportGaps]: () => 'csv',
};
const submitted: Readonly<Record<string, [Of, Record<string, object>]>> = {
  [actionIds.decideForm]: [(flagId) => `rejected ${flagId}`, { note: written('let me') }],
  [actionIds.approveForm]: [() => leeRead, { reviewerName: written('Dr Mallory') }],
  [actionIds.assignGapForm]: [(flagId) => flagId, {}],
  [actionIds.fillGapForm]: [(flagId) => flagId, { claimId: written(leeRow) }],
};
/** Open to everybody who may ask: evidence is no board’s, and anybody may say that it is wrong. */
const forEverybody = {
  actions: [
    ...[actionIds.topic, actionIds.more, actionIds.shareTopic, actionIds.shareComparison, actionIds.table],
    ...[actionIds.shareTable, actionIds.source, actionIds.publishedCase, actionIds.conflict],
    ...[actionIds.shareAnswer, actionIds.helpful, actionIds.notHelpful, actionIds.flag, actionIds.flagClaim],
    ...[actionIds.moreChanges, actionIds.addedStatements, actionIds.conflicts, actionIds.keyFigures],
  ] as string[],
  forms: [actionIds.rateForm, actionIds.flagClaimForm] as string[],
};

const outsider = { user: { id: 'UMALLORY', team_id: 'T1' }, team: { id: 'T1' } };

let asked: QuestionApp;
let flagId: string;
beforeEach(async () => {
  asked = await startQuestionApp({ ...openAccess, isCurator: ({ userId }) => userId === 'UCURATOR' });
  await asked.app.submit({
    ...{ callback_id: actionIds.flagClaimForm, blocks: [] },
    private_metadata: JSON.stringify({ channelId: 'C1', onMessage: false, value: leeRead }),
    state: { values: { reason: { at: picked('wrong-figure') }, note: { at: written('kiwinote') } } },
  });
  const { id } = await asked.store.db.selectFrom('claimFlag').select('id').executeTakeFirstOrThrow();
  flagId = id;
});

async function kept(): Promise<string> {
  const { db } = asked.store;
  const tables = ['claimFlag', 'claimReview', 'curationState', 'evidenceGap'] as const;
  return JSON.stringify(await Promise.all(tables.map((name) => db.selectFrom(name).selectAll().execute())));
}

describe('who is no curator', () => {
  test('has a case for every button and dialog of /imt that is not for everybody', () => {
    const { actions, forms = [] } = imt(() => []);
    const others = actions.map(({ id }) => id).filter((id) => !/^imt\.option\./.test(id));
    expect([...Object.keys(pressed), ...forEverybody.actions].sort()).toEqual(others.sort());
    expect([...Object.keys(submitted), ...forEverybody.forms].sort()).toEqual(
      forms.map(({ id }) => id).sort(),
    );
  });

  test('is refused by word, button and dialog, also one made up, and changes nothing', async () => {
    const before = await kept();
    for (const word of ['flags', 'gaps']) {
      await asked.app.type('/imt', word, { user_id: 'UMALLORY' });
      expect((await asked.nextPost()).all, word).toContain('Only curators');
    }
    for (const [id, value] of Object.entries(pressed)) {
      const place = { ...outsider, response_url: asked.app.slack.newResponseUrl(), channel: { id: 'C1' } };
      await asked.app.press(
        id === actionIds.curate
          ? { type: 'overflow', action_id: id, selected_option: { value: value(flagId) } }
          : { action_id: id, value: value(flagId) },
        place,
      );
      expect((await asked.nextPost()).all, id).toContain('Only curators');
    }
    for (const [id, [value, filled]] of Object.entries(submitted)) {
      const answer = await asked.app.submit(
        {
          ...{ callback_id: id, blocks: [{ type: 'input', block_id: 'first' }] },
          private_metadata: JSON.stringify({ channelId: 'C1', onMessage: false, value: value(flagId) }),
          state: {
            values: Object.fromEntries(Object.entries(filled).map(([at, field]) => [at, { at: field }])),
          },
        },
        outsider,
      );
      expect(await answer.text(), id).toContain('Only curators');
    }
    expect(await kept()).toBe(before);
  });

  test('sees on App Home nothing of the queue, and in the source no button to approve', async () => {
    const homeOf = async (user: string) => {
      // A dialog without an address to answer to draws its sender’s App Home again.
      const drawn = () =>
        asked.app.slack.calls.filter(
          ({ method, args }) => method === 'views.publish' && args.user_id === user,
        );
      const count = drawn().length;
      await asked.app.sendEvent({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' });
      await expect.poll(() => drawn().length, { timeout: 10_000 }).toBeGreaterThan(count);
      return drawn().at(-1)?.args.view ?? '';
    };
    expect(await homeOf('UCURATOR')).toContain('kiwinote');
    expect(await homeOf('UMALLORY')).not.toMatch(/kiwinote|imt\.reload|imt\.curate/);
    const details = await asked.opened(
      asked.app.press({ action_id: 'imt.source', value: leeRow }, { ...outsider, channel: { id: 'C1' } }),
    );
    expect(JSON.stringify(details)).toContain('imt.flag-claim');
    expect(JSON.stringify(details)).not.toContain('imt.approve');
  });
});
