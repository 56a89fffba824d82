import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import type { Action, ActionRequest, DialogReply } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let app: TestApp;
afterEach(() => app.stop());

const started = async (...actions: Action[]) => {
  app = await startTestApp([commandForTest(async () => dialog('Typed'), actions)]);
};

const dialog = (title: string): DialogReply => ({
  kind: 'dialog',
  view: {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `About ${title}` } }],
  },
});
const insideDialog = { view: { type: 'modal', id: 'V1' }, container: { type: 'view' } };
const openedView = async (method: string): Promise<ModalView> =>
  JSON.parse((await app.slack.nextCall(method)).args.view ?? '');

describe('a button', () => {
  test('runs its action with its value, and the answer leaves the message in place', async () => {
    let asked: ActionRequest | undefined;
    await started({
      id: 'board.more',
      run: async (request) => {
        asked = request;
        return message('more');
      },
    });
    const ack = await app.press({ action_id: 'board.more', value: 'page-2' });
    const { body } = await app.slack.nextPost();
    expect(ack.status).toBe(200);
    expect(asked).toEqual({ value: 'page-2', userId: 'U1', channelId: 'C1', teamId: 'T1' });
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: 'more' });
  });

  test('shares with the whole conversation when its reply is shared', async () => {
    await started({ id: 'board.share', run: async () => message('for all', 'shared') });
    await app.press({ action_id: 'board.share' });
    expect((await app.slack.nextPost()).body).toMatchObject({
      response_type: 'in_channel',
      replace_original: false,
    });
  });

  test('opens a dialog', async () => {
    await started({ id: 'board.source', run: async () => dialog('Guo 2024') });
    await app.press({ action_id: 'board.source' });
    expect((await openedView('views.open')).title.text).toBe('Guo 2024');
    expect((await app.slack.nextCall('views.open')).args.trigger_id).toBe('a-trigger');
  });

  test('inside a dialog puts the next dialog on top of it', async () => {
    await started({ id: 'board.source', run: async () => dialog('Guo 2024') });
    await app.press({ action_id: 'board.source' }, insideDialog);
    expect((await openedView('views.push')).title.text).toBe('Guo 2024');
  });

  test('inside a dialog shows a message as a dialog, since no message can go there', async () => {
    await started({
      id: 'board.more',
      run: async () => {
        throw new UserError('There is no page 9. Press *More* again.');
      },
    });
    await app.press({ action_id: 'board.more' }, insideDialog);
    expect((await openedView('views.push')).blocks).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: 'There is no page 9. Press *More* again.' } },
    ]);
  });

  test('of an older version is answered', async () => {
    await started();
    await app.press({ action_id: 'board.gone' });
    expect((await app.slack.nextPost()).body.text).toContain('older version');
  });

  test('that is a link is left to Slack, which opens it', async () => {
    await started();
    await app.press({ action_id: 'paper', url: 'https://doi.org/10.3389/fonc.2024.1395787' });
    await app.press({ action_id: 'board.gone' });
    await app.slack.nextPost();
    expect(app.slack.posts).toHaveLength(1);
  });

  test('whose action fails is answered with a reference that is in the log', async () => {
    await started({
      id: 'board.more',
      run: async ({ value }) => {
        throw new Error(value);
      },
    });
    await app.press({ action_id: 'board.more', value: 'CANARY-4711' });
    expect((await app.slack.nextPost()).body.text).toContain('ref-1');
    expect(app.logLines.join('')).toContain('ref-1');
    expect(app.logLines.join('')).not.toContain('CANARY');
  });
});

describe.each([['static_select'], ['overflow']])('a picked option of a menu (%s)', (type) => {
  test('runs its action with the value of the option', async () => {
    await started({ id: 'board.topic', run: async ({ value }) => message(`topic ${value}`) });
    await app.press({ type, action_id: 'board.topic', selected_option: { value: 'surgery' } });
    expect((await app.slack.nextPost()).body.text).toBe('topic surgery');
  });
});

describe('a dialog that Slack does not open', () => {
  test('goes to the person as a private message', async () => {
    await started();
    app.slack.failNext('views.open', { status: 200, body: '{"ok":false,"error":"expired_trigger_id"}' });
    await app.type('/board');
    const { body } = await app.slack.nextPost();
    expect(body).toMatchObject({ response_type: 'ephemeral', text: 'Typed' });
    expect(JSON.stringify(body.blocks)).toContain('About Typed');
  });

  test('opens plainer when it was not rendered', async () => {
    await started();
    app.slack.failNext('views.open', { status: 200, body: '{"ok":false,"error":"invalid_arguments"}' });
    await app.type('/board');
    await expect.poll(() => app.slack.calls.filter(({ method }) => method === 'views.open').length).toBe(2);
    expect(app.slack.posts).toEqual([]);
  });
});

describe('App Home', () => {
  test('says what the app can do and what it is not for, when it is opened', async () => {
    await started();
    await app.sendEvent({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' });
    const { args } = await app.slack.nextCall('views.publish');
    expect(args.user_id).toBe('U1');
    expect(args.view).toContain('/board hello');
    expect(args.view).toContain('not advice');
  });

  test('is left alone when the messages are opened instead', async () => {
    await started();
    await app.sendEvent({ type: 'app_home_opened', user: 'U1', tab: 'messages', channel: 'D1' });
    await app.sendEvent({ type: 'app_home_opened', user: 'U2', tab: 'home', channel: 'D1' });
    expect((await app.slack.nextCall('views.publish')).args.user_id).toBe('U2');
  });
});
