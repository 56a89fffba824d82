import { setTimeout as wait } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import type { Form, FormRequest } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { commandForTest, message } from '../support/command-for-test.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

let app: TestApp;
afterEach(() => app.stop());

const blocks: ModalView['blocks'] = [
  {
    type: 'input',
    block_id: 'due',
    label: { type: 'plain_text', text: 'Due' },
    element: { type: 'datepicker', action_id: 'value' },
  },
];

const started = async (run: Form['run']) => {
  const view: ModalView = {
    type: 'modal',
    callback_id: 'board.form',
    private_metadata: 'carried along',
    title: { type: 'plain_text', text: 'A form' },
    submit: { type: 'plain_text', text: 'Save' },
    blocks,
  };
  const ask = async () => ({ kind: 'dialog', view }) as const;
  const action = { id: 'board.ask', run: ask };
  app = await startTestApp([{ ...commandForTest(ask, [action]), forms: [{ id: 'board.form', run }] }]);
};

const opened = async (): Promise<ModalView> =>
  JSON.parse((await app.slack.nextCall('views.open')).args.view ?? '');

const submit = (view: object, due: string | null = '2027-02-23') =>
  app.submit({ ...view, state: { values: { due: { value: { type: 'datepicker', selected_date: due } } } } });

describe('a submitted dialog', () => {
  test('runs its form with what was filled in, who and where, and answers where it was opened', async () => {
    let asked: FormRequest | undefined;
    await started(async (request) => {
      asked = request;
      return message('saved');
    });
    await app.type('/board');
    const ack = await submit(await opened());
    expect(await ack.text()).toBe('');
    expect((await app.slack.nextPost()).body).toMatchObject({ text: 'saved', replace_original: false });
    expect(asked).toEqual({
      values: { due: '2027-02-23' },
      privateValue: 'carried along',
      ...{ userId: 'U1', channelId: 'C1', teamId: 'T1' },
    });
  });

  test('takes the place of the message whose button opened it, when its answer says so', async () => {
    await started(async () => ({ ...message('saved'), replaces: true }));
    await app.press({ action_id: 'board.ask' });
    await submit(await opened());
    expect((await app.slack.nextPost()).body).toMatchObject({ text: 'saved', replace_original: true });
  });

  test('stays open with a sentence under each wrong field', async () => {
    await started(async () => ({ kind: 'field-errors', errors: { due: 'That day is over.' } }));
    await app.type('/board');
    const ack = await submit(await opened());
    expect(await ack.json()).toEqual({ response_action: 'errors', errors: { due: 'That day is over.' } });
    expect(app.slack.posts).toEqual([]);
  });

  test('stays open with a refusal under its first field', async () => {
    await started(async () => {
      throw new UserError('Name somebody else.');
    });
    await app.type('/board');
    const ack = await submit(await opened());
    expect(await ack.json()).toEqual({ response_action: 'errors', errors: { due: 'Name somebody else.' } });
  });

  test('marks no words to type with backticks, which Slack shows as they stand', async () => {
    const told = { due: 'Write `list` or `show CASE-12`.' };
    const shown = { response_action: 'errors', errors: { due: 'Write list or show CASE-12.' } };
    await started(async () => ({ kind: 'field-errors', errors: told }));
    await app.type('/board');
    expect(await (await submit(await opened())).json()).toEqual(shown);
    await app.stop();
    await started(async () => {
      throw new UserError(told.due);
    });
    await app.type('/board');
    expect(await (await submit(await opened())).json()).toEqual(shown);
  });

  test('turns into the next dialog, which knows where the first was opened', async () => {
    await started(async ({ values }) =>
      values.due === null
        ? message('all done')
        : {
            kind: 'dialog',
            view: {
              type: 'modal',
              callback_id: 'board.form',
              title: { type: 'plain_text', text: 'The next' },
              submit: { type: 'plain_text', text: 'Save' },
              blocks,
            },
          },
    );
    await app.type('/board');
    const { response_action, view } = await (await submit(await opened())).json();
    expect(response_action).toBe('update');
    await submit(view, null);
    expect((await app.slack.nextPost()).body.text).toBe('all done');
  });

  test('shows its answer in the dialog when there is no message to answer at', async () => {
    await started(async () => message('saved'));
    await app.press({ action_id: 'board.ask' }, {});
    const ack = await submit(await opened());
    expect(await ack.json()).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
  });

  test('that takes too long is closed, and the answer follows as a message', async () => {
    await started(async () => {
      await wait(2_300);
      return { kind: 'field-errors', errors: { due: 'That day is over.' } };
    });
    await app.type('/board');
    const ack = await submit(await opened());
    expect(await ack.text()).toBe('');
    expect((await app.slack.nextPost()).body.text).toBe('Nothing was saved.\nThat day is over.');
  });

  test.each([
    ['that is gone', 'board.gone', ''],
    ['that carried nothing then', 'board.form', ''],
    ['that carried something else then', 'board.form', '{"channelId":"C1"}'],
  ])('of an older version, %s, says so', async (_, callback_id, private_metadata) => {
    await started(async () => message('saved'));
    const ack = await submit({ callback_id, private_metadata, blocks });
    expect(JSON.stringify(await ack.json())).toContain('older version');
  });

  test('whose form fails is answered with a reference that is in the log', async () => {
    await started(async () => {
      throw new Error('CANARY-4711');
    });
    await app.type('/board');
    await submit(await opened());
    expect((await app.slack.nextPost()).body.text).toContain('ref-1');
    expect(app.logLines.join('')).toContain('ref-1');
    expect(app.logLines.join('')).not.toContain('CANARY');
  });
});
