import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { createPostingClient } from '../../src/slack/create-posting-client.ts';
import { createPeople, type People } from '../../src/slack/people.ts';
import { type ReminderStandIn, startReminderStandIn } from '../support/reminder-stand-in.ts';

const hourMs = 60 * 60_000;

let slack: ReminderStandIn;
let people: People;
let nowMs: number;
beforeEach(async () => {
  slack = await startReminderStandIn();
  onTestFinished(() => slack.close());
  nowMs = 0;
  const log = createLog('silent');
  const options = { botToken: 'xoxb-test', apiUrl: slack.apiUrl, logger: boltLogger(log) };
  const client = createPostingClient(options);
  people = createPeople(
    () => client,
    log,
    () => nowMs,
  );
});

it('asks for a person’s zone once, and again after some hours', async () => {
  slack.people.UADA = { tz: 'Asia/Shanghai' };
  const zones = () => people.timeZones('T1', ['UADA']);
  expect(await Promise.all([zones(), zones(), zones()])).toEqual(Array(3).fill({ UADA: 'Asia/Shanghai' }));
  expect(slack.calls).toHaveLength(1);
  slack.people.UADA = { tz: 'Europe/Berlin' };
  nowMs += 5 * hourMs;
  expect(await zones()).toEqual({ UADA: 'Asia/Shanghai' });
  nowMs += hourMs;
  expect(await zones()).toEqual({ UADA: 'Europe/Berlin' });
});

it('leaves out who is not known, and does not ask a workspace again at once that did not answer', async () => {
  slack.faultOf = () => 'rate-limited';
  expect(await people.timeZones('T1', ['UADA', 'UBEN'])).toEqual({});
  const asked = slack.calls.length;
  slack.faultOf = () => undefined;
  expect(await people.timeZones('T1', ['UADA', 'UBEN'])).toEqual({});
  expect(slack.calls).toHaveLength(asked);
  nowMs += 61_000;
  expect(await people.timeZones('T1', ['UADA', 'UBEN'])).toEqual({ UADA: 'UTC', UBEN: 'UTC' });
});

it('keeps what it knows while Slack does not answer', async () => {
  await people.timeZones('T1', ['UADA']);
  nowMs += 7 * hourMs;
  slack.faultOf = () => 'status-500';
  expect(await people.timeZones('T1', ['UADA'])).toEqual({ UADA: 'UTC' });
});

it('takes a zone that this machine does not know for none', async () => {
  slack.people.UADA = { tz: 'Middle-earth/Shire' };
  expect(await people.timeZones('T1', ['UADA'])).toEqual({});
});

it('calls an account deactivated only when Slack has said so, at most an hour ago', async () => {
  expect(await people.isDeactivated('T1', 'UADA')).toBe(false);
  slack.people.UADA = { deleted: true };
  expect(await people.isDeactivated('T1', 'UADA')).toBe(false);
  nowMs += hourMs;
  expect(await people.isDeactivated('T1', 'UADA')).toBe(true);
  slack.faultOf = () => ({ error: 'user_not_found' });
  expect(await people.isDeactivated('T1', 'UNOBODY')).toBe(false);
});

it('tells one workspace’s people from another’s', async () => {
  slack.people.UADA = { tz: 'Asia/Shanghai' };
  await people.timeZones('T1', ['UADA']);
  slack.people.UADA = { tz: 'Europe/Berlin' };
  expect(await people.timeZones('T2', ['UADA'])).toEqual({ UADA: 'Europe/Berlin' });
});
