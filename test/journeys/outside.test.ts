import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { commands } from '../../commands/index.ts';
import type { Services } from '../../src/command.ts';
import { canaries, type GuardedBoard, startGuardedBoard } from '../support/guarded-board.ts';
import { openAccess } from '../support/open-access.ts';
import {
  type Attempt,
  attemptsOn,
  type Outsider,
  pressed,
  reference,
  submitted,
  type Target,
  typed,
} from '../support/outside-attempts.ts';

const outsiders: Readonly<Record<string, Outsider>> = {
  'somebody who left the channel': { userId: 'ULEFT', teamId: 'T1' },
  'a guest of the workspace': { userId: 'UGUEST', teamId: 'T1' },
  'a member of another organisation': { userId: 'UEXTERNAL', teamId: 'T1' },
  'somebody whose account was deactivated': { userId: 'UGONE', teamId: 'T1' },
  'a member of another board': { userId: 'UOTHER', teamId: 'T1' },
  'a member of another board, from there': { userId: 'UOTHER', teamId: 'T1', channelId: 'C2' },
  'the same ids in another workspace': { userId: 'UMEMBER', teamId: 'T2' },
};
const outsiderIds = ['ULEFT', 'UGUEST', 'UEXTERNAL', 'UGONE', 'UOTHER'];

let guarded: GuardedBoard;
let attempts: [string, Attempt][];
let kept: Target;
const absent: Target = { channelId: 'C9', caseCode: 'CASE-4712', occurrenceId: 'never-was' };
beforeEach(async () => {
  guarded = await startGuardedBoard(outsiderIds);
  attempts = attemptsOn(guarded);
  const inside = ['UBOT', 'UMEMBER', 'UGUEST', 'UEXTERNAL', 'UGONE', 'UADMIN'];
  Object.assign(guarded.channels, { C1: inside, C9: inside, C2: ['UBOT', 'UOTHER'] });
  Object.assign(guarded.people, {
    UGUEST: { is_restricted: true },
    UEXTERNAL: { team_id: 'T7', is_stranger: true },
    UGONE: { deleted: true },
  });
  kept = { channelId: 'C1', caseCode: 'CASE-4711', occurrenceId: guarded.occurrenceId };
});
afterEach(() => guarded.close());

/** The same words about either target. */
const alike = (seen: string) =>
  seen.replaceAll(absent.channelId, kept.channelId).replaceAll('CASE-4712', 'CASE-4711');

/** What names nothing of another board, typed on one's own: there it does what it says. */
const isOwnBoards = ({ channelId }: Outsider, name: string) =>
  channelId !== undefined &&
  ['settings', 'list', 'rate', 'export', 'calendar'].includes(name.split(' ')[1] ?? '');

async function homeOf({ userId, teamId }: Outsider): Promise<string> {
  const { app } = guarded;
  const drawn = () => app.slack.calls.filter(({ method }) => method === 'views.publish');
  const before = drawn().length;
  const event = { type: 'app_home_opened', user: userId, tab: 'home', channel: 'D1' };
  const body = { type: 'event_callback', team_id: teamId, event_id: `Ev${before}`, event };
  await app.post(JSON.stringify(body), {}, 'application/json');
  await expect.poll(() => drawn().length).toBeGreaterThan(before);
  return drawn().at(-1)?.args.view ?? '';
}

describe('the suite', () => {
  test('has a case for every word, button and dialog of the follow-up command', async () => {
    const services = { access: openAccess, followUps: { settings: async () => ({ timeZone: 'UTC' }) } };
    const asked = { ...{ text: 'nonsense', userId: 'U1' }, channelId: 'C1', teamId: 'T1' };
    const refusal = await imtFollowup
      .run(asked, services as unknown as Services)
      .catch(({ message }) => message);
    const words = [...String(refusal).matchAll(/`([a-z]+)`/g)].map(([, word]) => word);
    expect(Object.keys(typed).sort()).toEqual(words.sort());
    expect(Object.keys(pressed).sort()).toEqual(imtFollowup.actions.map(({ id }) => id).sort());
    expect(Object.keys(submitted).sort()).toEqual((imtFollowup.forms ?? []).map(({ id }) => id).sort());
  });

  test('need try no other command: none of them reads what a board keeps', async () => {
    const read: string[] = [];
    const followUps = new Proxy({}, { get: (_, name) => read.push(String(name)) });
    const services = { followUps, access: openAccess, now: () => new Date(0), newId: () => 'id' } as never;
    for (const { run, home, actions, forms = [] } of commands.filter((one) => one !== imtFollowup)) {
      const origin = { userId: 'UMEMBER', channelId: 'C1', teamId: 'T1' };
      const asked = { ...origin, text: kept.caseCode, value: reference(kept), values: {} };
      const all = [run, ...actions.map((one) => one.run), ...forms.map((one) => one.run)];
      if (home) all.push(async (...given: Parameters<typeof home>) => home(...given) as never);
      for (const one of all)
        await Promise.resolve()
          .then(() => one({ ...asked, privateValue: reference(kept) }, services))
          .catch(() => {});
    }
    expect(read).toEqual([]);
  });

  test('would notice: each attempt does something for a member', { timeout: 60_000 }, async () => {
    const member = { userId: 'UADMIN', teamId: 'T1' };
    const guest = { userId: 'UGUEST', teamId: 'T1' };
    const refused = new Map<string, string>();
    for (const [name, attempt] of attempts)
      refused.set(name, await guarded.seenAfter(() => attempt(guest, kept)));
    guarded.people.UADMIN = { is_admin: true };
    for (const [name, attempt] of attempts) {
      if (name === '/imt-followup mine') continue;
      expect(await guarded.seenAfter(() => attempt(member, kept)), name).not.toBe(refused.get(name));
    }
  });
});

describe.each(Object.entries(outsiders))('%s', (_, who) => {
  test('gets the answer of what does not exist, and changes nothing', { timeout: 60_000 }, async () => {
    const before = await guarded.kept('C1');
    for (const [name, attempt] of attempts) {
      const seen = await guarded.seenAfter(() => attempt(who, kept));
      const ofNothing = await guarded.seenAfter(() => attempt(who, absent));
      if (!isOwnBoards(who, name)) expect(alike(seen), name).toBe(alike(ofNothing));
      expect(seen.replaceAll(kept.caseCode, name.startsWith('/') ? '' : kept.caseCode), name).not.toMatch(
        canaries,
      );
    }
    expect(await guarded.kept('C1')).toBe(before);
    expect(guarded.app.logLines.join('')).not.toMatch(canaries);
  });

  test('has an App Home as somebody who never had a scan', async () => {
    const home = await homeOf(who);
    expect(home).toBe(await homeOf({ userId: 'UNOBODY', teamId: who.teamId }));
    expect(home).not.toMatch(canaries);
  });

  test('reads nothing by calendar links from better days', async () => {
    const { userId, teamId } = who;
    const read = async (channelId: string | null) => {
      const token = await guarded.feeds.renew({ teamId, userId, channelId });
      const answer = await fetch(`${guarded.app.baseUrl}/calendar/${token}.ics`);
      return { status: answer.status, body: await answer.text() };
    };
    expect((await read('C1')).status).toBe(401);
    const mine = await read(null);
    expect(mine.status).toBe(200);
    expect(mine.body).not.toMatch(/BEGIN:VEVENT|CASE/);
  });
});

describe('who leaves the channel', () => {
  const member = { userId: 'ULEFT', teamId: 'T1' };
  const scanned = () => attempts.filter(([name]) => /show|followup\.open|followup\.booked-form/.test(name));
  const show = () => guarded.seenAfter(() => scanned()[0]?.[1](member, kept) as Promise<Response>);

  test('is shut out within half a minute, by command, button, dialog, App Home and calendar', async () => {
    guarded.channels.C1?.push('ULEFT');
    const token = await guarded.feeds.renew({ ...member, channelId: 'C1' });
    const feed = async () => (await fetch(`${guarded.app.baseUrl}/calendar/${token}.ics`)).status;
    for (const [name, attempt] of scanned())
      expect(await guarded.seenAfter(() => attempt(member, kept)), name).toMatch(canaries);
    expect([await feed(), canaries.test(await homeOf(member))]).toEqual([200, true]);
    guarded.channels.C1 = ['UBOT', 'UMEMBER'];
    guarded.passMs(30_001);
    for (const [name, attempt] of scanned().filter(([one]) => !one.startsWith('/')))
      expect(await guarded.seenAfter(() => attempt(member, kept)), name).not.toMatch(canaries);
    expect(await show()).toContain('not a member of');
    expect([await feed(), canaries.test(await homeOf(member))]).toEqual([401, false]);
  });

  test('and comes back is let in after a few seconds', async () => {
    expect(await show()).toContain('not a member of');
    guarded.channels.C1?.push('ULEFT');
    guarded.passMs(5_001);
    expect(await show()).toMatch(canaries);
  });
});

describe('while Slack does not say who is in a channel', () => {
  test('nothing is shown, and everybody is told to try again, of a board that is kept as of one that is not', async () => {
    const member = { userId: 'UMEMBER', teamId: 'T1' };
    guarded.app.slack.answers['conversations.members'] = { ok: false, error: 'missing_scope' };
    const before = await guarded.kept();
    for (const [name, attempt] of attempts.filter(([one]) => one !== '/imt-followup mine')) {
      const seen = await guarded.seenAfter(() => attempt(member, kept));
      expect(seen, name).toContain('Slack did not say just now');
      expect(alike(seen), name).toBe(alike(await guarded.seenAfter(() => attempt(member, absent))));
    }
    expect(await guarded.kept()).toBe(before);
    expect(guarded.logLines.join('')).toContain('missing_scope');
  });

  test('App Home and `mine` say that something is left out, and a calendar keeps what it has', async () => {
    const member = { userId: 'ULEFT', teamId: 'T1' };
    guarded.app.slack.answers['conversations.members'] = { ok: false, error: 'internal_error' };
    expect(await homeOf(member)).toContain('whether you still belong to one of your boards');
    const mine = () => guarded.app.type('/imt-followup', 'mine', { user_id: 'ULEFT' });
    expect(await guarded.seenAfter(mine)).toContain('whether you still belong to one of your boards');
    const token = await guarded.feeds.renew({ ...member, channelId: 'C1' });
    expect((await fetch(`${guarded.app.baseUrl}/calendar/${token}.ics`)).status).toBe(503);
  });
});
