import { describe, expect, test } from 'vitest';
import { type QuestionApp, startQuestionApp } from '../support/question-app.ts';

const rosOne = 'guo-2024-ros1-about-10-percent';
const question = 'ROS1 frequency?';
const errorsIn = (lines: readonly string[]) => lines.filter((line) => line.includes('"level":"error"'));

describe('a direct message', () => {
  test.each([
    ['is a reply that is shown outside of its thread too', { subtype: 'thread_broadcast', thread_ts: '9.1' }],
    ['was written behind /me', { subtype: 'me_message' }],
    ['has no list of files', { files: null }],
  ])('is answered also when it %s', async (_, more) => {
    const { write } = await startQuestionApp();
    expect((await write(question, more)).all).toContain(rosOne);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['no words, as of one that was only forwarded', ''],
  ])('whose text is %s gets help', async (_, text) => {
    const { write } = await startQuestionApp();
    expect((await write('', { text })).all).toContain('/imt help');
  });

  test.each([
    ['an emoji of several signs', '👩🏽‍⚕️ ROS1 frequency?'],
    ['half a sign', 'ROS1 \ud83e frequency?'],
    ['a sign that ends texts', 'ROS1 \u0000 frequency?'],
    ['a mark that turns the direction of writing', '\u202eROS1 frequency?\u202c'],
    ['letters of full width', 'ＲＯＳ１ frequency?'],
  ])('is answered also with %s in it', async (_, text) => {
    const { write } = await startQuestionApp();
    expect((await write(text)).all).toContain(rosOne);
  });

  test.each([
    ['40,000 characters', 'radiotherapy '.repeat(3_077)],
    ['one word of 40,000 letters', 'a'.repeat(40_000)],
    ['names of what every object has', 'constructor __proto__ toString'],
  ])('of %s is answered, and nothing fails', async (_, text) => {
    const { app, write } = await startQuestionApp();
    await write(text);
    expect(errorsIn(app.logLines)).toEqual([]);
  });
});

describe('a mention', () => {
  test('without a text gets help', async () => {
    const { mention } = await startQuestionApp();
    expect((await mention('', { text: undefined })).all).toContain('/imt help');
  });

  test('that was edited into a message is answered, for nobody was told of it before', async () => {
    const { mention } = await startQuestionApp();
    const { method, all } = await mention(question, { edited: { user: 'U1', ts: '1795424500.000100' } });
    expect(method).toBe('chat.postEphemeral');
    expect(all).toContain(rosOne);
  });

  test('that was answered is not answered again when its message is edited', async () => {
    const { mention, event, answers, quiet } = await startQuestionApp();
    const ts = '1795424400.000100';
    await mention(question, { ts });
    const text = `<@UBOT> ${question.toLowerCase()}`;
    await event({
      ...{ type: 'app_mention', channel: 'C1', user: 'U1', text, ts, event_ts: '1795424500.000100' },
      edited: { user: 'U1', ts: '1795424500.000100' },
    });
    await quiet();
    expect(answers()).toHaveLength(1);
  });
});

describe('an event of an organisation that installed the app for all of its workspaces', () => {
  test.each([
    ['a workspace belongs to it', 'T7', 'T7'],
    ['no workspace belongs to the organisation', null, 'E1'],
  ])('and that names %s, is answered once, and nothing fails', async (_, team_id, owner) => {
    const asked = await startQuestionApp();
    const { app, answers, nextAnswer } = asked;
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      ts: '5.1',
      text: question,
    };
    const authorizations = [
      { enterprise_id: 'E1', team_id, user_id: 'UBOT', is_bot: true, is_enterprise_install: true },
    ];
    const body = {
      type: 'event_callback',
      event_id: 'EvORG',
      team_id,
      enterprise_id: 'E1',
      event,
      authorizations,
    };
    for (const retryNumber of ['1', '2'])
      await app.post(JSON.stringify(body), { 'x-slack-retry-num': retryNumber }, 'application/json');
    expect((await nextAnswer()).all).toContain(rosOne);
    expect(await heardOf(asked)).toEqual([owner]);
    await asked.quiet();
    expect(answers()).toHaveLength(1);
    expect(errorsIn(app.logLines)).toEqual([]);
  });
});

test('an event from a channel that two workspaces share belongs to the one that has the app, and is answered once', async () => {
  const asked = await startQuestionApp();
  const { app, answers, nextAnswer } = asked;
  const event = {
    ...{ type: 'app_mention', channel: 'C1', user: 'U7', user_team: 'T9', source_team: 'T9', team: 'T9' },
    ...{ text: `<@UBOT> ${question}`, ts: '5.1' },
  };
  const authorizations = [{ enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true }];
  // Told for either side, as Slack names the workspace in which it happened.
  for (const [team_id, event_id] of [
    ['T9', 'EvTHERE'],
    ['T1', 'EvHERE'],
  ]) {
    const body = {
      type: 'event_callback',
      team_id,
      event_id,
      event,
      authorizations,
      is_ext_shared_channel: true,
    };
    await app.post(JSON.stringify(body), {}, 'application/json');
  }
  expect((await nextAnswer()).args).toMatchObject({ channel: 'C1', user: 'U7' });
  expect(await heardOf(asked)).toEqual(['T1']);
  await asked.quiet();
  expect(answers()).toHaveLength(1);
});

/** Under which workspace or organisation it is kept that an event was heard. */
async function heardOf({ store }: QuestionApp): Promise<string[]> {
  const rows = await store.db.selectFrom('seenEvent').select('teamId').distinct().execute();
  return rows.map(({ teamId }) => teamId);
}
