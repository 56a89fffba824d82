import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReminderSlack, type ReminderSlack } from '../../src/slack/reminder-slack.ts';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

let running: RunningSandbox;
let client: WebClient;
let slack: ReminderSlack;
beforeAll(async () => {
  running = await startSandbox(() => {});
  ({ client } = running.app);
  slack = createReminderSlack(() => client, { debug() {}, info() {}, warn() {}, error() {} });
});
afterAll(() => running.stop());

const board = { teamId: 'T0SANDBOX01', channelId: 'C0SANDBOX01' };
const ada = 'U0SANDBOXADA';
const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'a scan' } }];

async function post(conversationId: string, deliveryIds: string[]): Promise<string> {
  const outcome = await slack.post(board.teamId, { conversationId, deliveryIds, text: 'a scan', blocks });
  if (outcome.kind !== 'sent') throw new Error(outcome.code);
  return outcome.messageTs;
}

describe('the Slack of the sandbox, to the app’s reminders', () => {
  it('opens the direct message that the page shows', async () => {
    const opened = await slack.open(board.teamId, ada);
    const own = (await running.seenBy('ada')).conversations.find(({ kind }) => kind === 'direct');
    expect(opened).toEqual({ kind: 'open', conversationId: own?.id });
    expect(await slack.open(board.teamId, 'U0NOBODY')).toMatchObject({ kind: 'permanent' });
  });

  it('finds a delivery again by its metadata, however far the clock was moved', async () => {
    const sinceMs = Date.now();
    await running.ask('clock', { as: 'ada', move: 'week' });
    const ts = await post(board.channelId, ['d-1', 'd-2']);
    const look = await slack.find(board.teamId, board.channelId, ['d-1', 'd-2', 'd-3'], sinceMs);
    expect(look).toEqual({
      kind: 'looked',
      found: new Map([
        ['d-1', ts],
        ['d-2', ts],
      ]),
    });
  });

  it('looks no further back than it is asked to, and shows metadata to who asks for it', async () => {
    const ts = await post(board.channelId, ['d-4']);
    const tooLate = await slack.find(board.teamId, board.channelId, ['d-4'], Date.now() + 27 * 60 * 60_000);
    expect(tooLate).toEqual({ kind: 'looked', found: new Map() });
    const { messages = [] } = await client.conversations.history({ channel: board.channelId });
    expect(messages.find((one) => one.ts === ts)).toMatchObject({ text: 'a scan' });
    expect(messages.every((one) => one.metadata === undefined)).toBe(true);
  });

  it('changes what was posted, for all who see it', async () => {
    const ts = await post(board.channelId, ['d-5']);
    await client.chat.update({ channel: board.channelId, ts, text: 'done', blocks: [] });
    expect((await running.seenBy('ben')).messages.find((one) => one.ts === ts)).toMatchObject({
      text: 'done',
      isEdited: true,
    });
  });

  it('knows people’s time zones, conversations and members', async () => {
    const { user } = await client.users.info({ user: ada });
    expect(user).toMatchObject({ id: ada, name: 'ada', tz: 'UTC', deleted: false });
    const { channels } = await client.users.conversations({ user: ada, types: 'public_channel,im' });
    expect(channels?.map(({ id }) => id)).toEqual([board.channelId, 'D0SANDBOXADA']);
    const { members } = await client.conversations.members({ channel: board.channelId });
    expect(members).toContain(ada);
    await expect(client.conversations.members({ channel: 'C0NONE' })).rejects.toThrow('channel_not_found');
  });

  it('has the same ids on each start, so that a store which is kept knows them again', async () => {
    const again = await startSandbox(() => {});
    const known = ({ conversations }: Awaited<ReturnType<typeof running.seenBy>>) => conversations;
    expect(known(await again.seenBy('ben'))).toEqual(known(await running.seenBy('ben')));
    expect(await again.app.client.auth.test()).toMatchObject({ team_id: board.teamId });
    await again.stop();
  });
});
