import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskOf } from '../../commands/follow-up/desk.ts';
import { settings } from '../../commands/follow-up/settings.ts';
import type { Services } from '../../src/command.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { type FollowUpStore, openFollowUpStore } from '../support/follow-up-store.ts';
import { openAccess } from '../support/open-access.ts';

const board = { teamId: 'T1', channelId: 'C1' };

let store: FollowUpStore;
beforeEach(async () => {
  store = await openFollowUpStore();
});
afterEach(() => store.close());

async function write(text: string, userId = 'U1', followUps = store.records): Promise<string> {
  const services = {
    ...{ followUps, now: () => new Date('2026-11-23T09:00:00Z'), newId: () => randomUUID() },
    access: openAccess,
  } as Services;
  return JSON.stringify(await settings(text, await deskOf({ ...board, userId }, services)));
}

/** Somebody else's command lands between the reading and the saving of this person's. */
function overtakenBy(text: string, userId: string): FollowUpRecords {
  return {
    ...store.records,
    async saveSettings(changed, entry) {
      await write(text, userId);
      return store.records.saveSettings(changed, entry);
    },
  };
}

test.each([
  ['the first that anybody saves', null],
  ['later ones', 'attempts 5'],
])('settings that somebody overtakes change nothing and say who was first: %s', async (_, before) => {
  if (before !== null) await write(before);
  const answer = await write('snooze 5 days', 'U1', overtakenBy('lead <@U7>', 'U2'));
  expect(answer).toContain('Nothing was changed: <@U2> was first');
  expect(answer).toContain('board lead <@U7> (was none)');
  expect(await store.records.settings(board)).toMatchObject({ boardLeadId: 'U7', maxSnoozeDays: 14 });
  expect((await store.records.boardHistory(board)).filter(({ by }) => by === 'U2')).toHaveLength(1);
});

test('somebody who was first themselves is not called another', async () => {
  expect(await write('snooze 5 days', 'U1', overtakenBy('lead <@U7>', 'U1'))).toContain('you did so before');
});

test('what stands there already is not saved twice', async () => {
  expect(await write('hour 8:30')).toContain('hour of sending 08:30 (was 09:00)');
  expect(await write('hour 8:30').catch(({ message }) => message)).toContain('stands there already');
});

test('every word that can be changed is named to who writes another', async () => {
  const refusal = await write('colour blue').catch(({ message }) => message);
  for (const word of [
    'lead',
    'zone',
    'hour',
    'days',
    'quiet',
    'ladder',
    'repeat',
    'digest',
    'attempts',
    'snooze',
  ])
    expect(refusal).toContain(`\`${word}\``);
});
