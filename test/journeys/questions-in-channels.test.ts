import { describe, expect, test } from 'vitest';
import { startQuestionApp } from '../support/question-app.ts';

const leeRow = 'guo-2024-row-lee-2006';

describe('a mention in a channel', () => {
  test('is answered to the asker alone', async () => {
    const { mention } = await startQuestionApp();
    const { method, args, all } = await mention('what dose did Lee use?');
    expect(method).toBe('chat.postEphemeral');
    expect(args).toMatchObject({ channel: 'C1', user: 'U1' });
    expect(args.thread_ts).toBeUndefined();
    expect(all).toContain(leeRow);
    expect(all).toContain('Share in channel');
  });

  test('in a thread is answered there, on its topic', async () => {
    const { mention } = await startQuestionApp();
    await mention('radiotherapy', { ts: '1795424400.000100' });
    const { args, all } = await mention('and the dose?', { thread_ts: '1795424400.000100' });
    expect(args.thread_ts).toBe('1795424400.000100');
    expect(all).toMatch(/Understood: dose, [^·]*[Rr]adiotherapy/);
  });

  test('is answered by direct message where the channel takes no private answer', async () => {
    const { app, mention, nextAnswer } = await startQuestionApp();
    app.slack.answers['chat.postEphemeral'] = { ok: false, error: 'user_not_in_channel' };
    app.slack.answers['conversations.open'] = { ok: true, channel: { id: 'D7' } };
    await mention('ROS1 frequency?');
    const { method, args } = await nextAnswer();
    expect({ method, channel: args.channel }).toEqual({ method: 'chat.postMessage', channel: 'D7' });
  });
});

test('a mention without a word gets help, alone', async () => {
  const { mention } = await startQuestionApp();
  const { method, all } = await mention('');
  expect(method).toBe('chat.postEphemeral');
  expect(all).toContain('/imt help');
});

test('a question is answered also when the store is down, only without buttons', async () => {
  const { store, write } = await startQuestionApp();
  await store.close();
  const { all } = await write('what dose did Lee use?');
  expect(all).toContain(leeRow);
  expect(all).not.toContain('imt.helpful');
});

describe('the shortcut on a message', () => {
  test('answers whoever picked it, alone', async () => {
    const { app, nextPost } = await startQuestionApp();
    await app.post(
      new URLSearchParams({ payload: JSON.stringify(shortcut('is crizotinib effective?')) }).toString(),
    );
    const { all, response_type } = await nextPost();
    expect(response_type).toBe('ephemeral');
    expect(all).toContain('crizotinib');

    function shortcut(text: string) {
      return {
        ...{ type: 'message_action', callback_id: 'evidence_of_message', trigger_id: 't', action_ts: '1' },
        ...{ message_ts: '1.1', response_url: app.slack.newResponseUrl(), token: 'x' },
        ...{ user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1', domain: 'x' } },
        ...{
          channel: { id: 'C1', name: 'board' },
          message: { type: 'message', user: 'U2', ts: '1.1', text },
        },
      };
    }
  });
});
