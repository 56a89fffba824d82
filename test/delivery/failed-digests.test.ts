import { describe, expect, it } from 'vitest';
import type { ReminderFault } from '../support/reminder-stand-in.ts';
import { digestRig, untilMondayMs } from './digest-rig.ts';
import { board } from './open-reminders.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const postsFail = (fault: ReminderFault) => (method: string, args: Record<string, string>) =>
  method === 'chat.postMessage' && args.channel === board.channelId ? fault : undefined;

describe('when the end of a digest’s post is in doubt', () => {
  it.each<ReminderFault>(['silent-recorded', 'reset-recorded', 'status-500-recorded', 'cut-off-recorded'])(
    'after %s it is found and not posted again',
    async (fault) => {
      const { standIn, tickAfter, digests, steps } = await digestRig();
      standIn.faultOf = postsFail(fault);
      await tickAfter(untilMondayMs);
      expect(await steps()).toEqual(['digest:2027-03-01 unknown']);
      standIn.faultOf = () => undefined;
      await tickAfter(minuteMs);
      await tickAfter(hourMs);
      expect(digests()).toHaveLength(1);
      expect(await steps()).toEqual(['digest:2027-03-01 sent', 'digest:2027-03-08 pending']);
    },
  );

  it.each<ReminderFault>(['silent', 'reset', 'status-500', { error: 'internal_error' }])(
    'after %s it is looked for, not found, and posted',
    async (fault) => {
      const { standIn, tickAfter, digests } = await digestRig();
      standIn.faultOf = postsFail(fault);
      await tickAfter(untilMondayMs);
      standIn.faultOf = () => undefined;
      await tickAfter(minuteMs);
      expect(standIn.calls.slice(-2).map(({ method }) => method)).toEqual([
        'conversations.history',
        'chat.postMessage',
      ]);
      expect(digests()).toHaveLength(1);
    },
  );

  it('it is never posted blind while no look is possible', async () => {
    const { standIn, tickAfter, digests, steps } = await digestRig();
    standIn.faultOf = (method, args) =>
      method === 'conversations.history' ? 'status-500' : postsFail('reset-recorded')(method, args);
    await tickAfter(untilMondayMs);
    for (let times = 0; times < 5; times++) await tickAfter(2 * hourMs);
    expect(digests()).toHaveLength(1);
    expect(await steps()).toEqual(['digest:2027-03-01 unknown']);
  });
});

describe('when Slack refuses a digest', () => {
  it('for its rate, it waits as long as Slack says', async () => {
    const { standIn, tickAfter, digests } = await digestRig();
    standIn.faultOf = postsFail('rate-limited');
    await tickAfter(untilMondayMs);
    expect(digests()).toEqual([]);
    standIn.faultOf = () => undefined;
    await tickAfter(minuteMs);
    expect(digests()).toHaveLength(1);
  });

  it('for good, the lead is told by direct message once, and again only after one has arrived', async () => {
    const { standIn, tickAfter, digests, told, alarms, steps } = await digestRig();
    standIn.faultOf = postsFail({ error: 'is_archived' });
    await tickAfter(untilMondayMs);
    await tickAfter(minuteMs);
    expect(told()).toMatchObject([{ channel: 'DULEAD' }]);
    expect(JSON.stringify(told()[0]?.blocks)).toContain('<#CBOARD> could not be posted*: it is archived.');
    expect(alarms).toMatchObject([{ alarm: 'undeliverable', step: 'digest:2027-03-01' }]);
    await tickAfter(7 * dayMs);
    expect(alarms).toHaveLength(2);
    expect(told()).toHaveLength(1);
    standIn.faultOf = () => undefined;
    await tickAfter(7 * dayMs);
    expect(digests()).toHaveLength(1);
    standIn.faultOf = postsFail({ error: 'is_archived' });
    await tickAfter(7 * dayMs);
    await tickAfter(minuteMs);
    expect(told()).toHaveLength(2);
    expect((await steps()).filter((step) => step.startsWith('digest'))).toEqual([
      ...['digest:2027-03-01 failed', 'digest:2027-03-08 failed', 'digest:2027-03-15 sent'],
      ...['digest:2027-03-22 failed', 'digest:2027-03-29 pending'],
    ]);
  });

  it('and the lead cannot be told either, the log has both and nothing turns in circles', async () => {
    const { standIn, tickAfter, told, alarms } = await digestRig();
    standIn.faultOf = (method, args) =>
      method === 'conversations.open'
        ? { error: 'user_disabled' }
        : postsFail({ error: 'not_in_channel' })(method, args);
    await tickAfter(untilMondayMs);
    for (let hours = 0; hours < 5; hours++) await tickAfter(hourMs);
    expect(told()).toEqual([]);
    expect(alarms).toMatchObject([{ code: 'not_in_channel' }, { code: 'user_disabled' }]);
  });

  it('and the board has no lead, the log says so and the next digest waits', async () => {
    const { standIn, tickAfter, alarms, steps, told } = await digestRig({ boardLeadId: null });
    standIn.faultOf = postsFail({ error: 'is_archived' });
    await tickAfter(untilMondayMs);
    await tickAfter(minuteMs);
    expect(told()).toEqual([]);
    expect(alarms).toHaveLength(1);
    expect(await steps()).toContain('digest:2027-03-08 pending');
  });

  it('with the app’s token, it waits for another and is then posted once', async () => {
    const { standIn, tickAfter, digests } = await digestRig();
    standIn.faultOf = postsFail({ error: 'token_revoked' });
    await tickAfter(untilMondayMs);
    standIn.faultOf = () => undefined;
    await tickAfter(15 * minuteMs);
    await tickAfter(hourMs);
    expect(digests()).toHaveLength(1);
  });
});
