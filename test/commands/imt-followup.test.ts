import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { Services } from '../../src/command.ts';
import type { Occurrence } from '../../src/followup/follow-up.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { listDeliveries } from '../../src/store/deliveries.ts';
import { type FollowUpStore, openFollowUpStore } from '../support/follow-up-store.ts';
import { openAccess } from '../support/open-access.ts';

const board = { teamId: 'T1', channelId: 'C1' };
const ctChest = 'CASE-12 CT chest due 2026-11-30 window 14d owner <@U1> backup <@U2> every 3 months';
const done = 'done CASE-12 exam 2026-11-20 report RPT-1 reviewer <@U3>';

let store: FollowUpStore;
beforeEach(async () => {
  store = await openFollowUpStore();
});
afterEach(() => store.close());

async function write(
  text: string,
  userId = 'U1',
  followUps = store.records,
  at = '2026-11-23T09:00:00Z',
): Promise<string> {
  const services: Services = {
    knowledge: {} as KnowledgeBase,
    calendar: {} as Services['calendar'],
    access: openAccess,
    questions: {} as Services['questions'],
    curation: {} as Services['curation'],
    followUps,
    now: () => new Date(at),
    newId: randomUUID,
  };
  const reply = await imtFollowup.run({ text, userId, channelId: 'C1', teamId: 'T1' }, services);
  return JSON.stringify(reply);
}

/** Somebody else's command lands between the reading and the saving of this person's. */
function overtakenBy(text: string): FollowUpRecords {
  return {
    ...store.records,
    async save(board, changes) {
      await write(text, 'U2');
      return store.records.save(board, changes);
    },
  };
}

test.each([
  ['done', done],
  ['snooze', 'snooze CASE-12 until 2026-11-27'],
  ['close', 'close CASE-12 superseded new plan'],
])('%s that somebody overtakes changes nothing and says who was first', async (_, text) => {
  await write(`add ${ctChest}`);
  const answer = await write(text, 'U1', overtakenBy('book CASE-12 on 2026-12-01'));
  expect(answer).toContain('<@U2> was first');
  expect(answer).toContain('is booked for 1 December 2026');
  const history = await write('history CASE-12');
  expect(history.match(/• /g)).toHaveLength(2);
});

test('a death that somebody overtakes still closes every date of the case, and those that come with it', async () => {
  await write(`add ${ctChest}`);
  const overtaken: FollowUpRecords = {
    ...store.records,
    async endCase(board, caseCode, act) {
      await write('book CASE-12 on 2026-12-01', 'U2');
      await write('add CASE-12 MRI leg due 2027-01-10 window 7d owner <@U1> backup <@U2>', 'U2');
      return store.records.endCase(board, caseCode, act);
    },
  };
  expect(await write('close CASE-12 deceased', 'U1', overtaken)).toContain('9 open dates of CASE-12 closed');
  expect(await write('list')).toContain('Nothing is open');
});

test('a death and the next dates of a series at once leave nothing open', async () => {
  await write(`add ${ctChest}`);
  await Promise.all([
    write('close CASE-12 deceased'),
    write('book CASE-12 on 2028-12-01', 'U2', store.records, '2028-03-01T09:00:00Z').catch(() => ''),
  ]);
  expect(await write('list')).toContain('Nothing is open');
});

test('a death closes a case with the same follow-up twice and another', async () => {
  for (const what of ['MRI leg', 'MRI leg', 'CT chest'])
    await write(`add CASE-20 ${what} due 2026-11-30 window 14d owner <@U1> backup <@U2>`);
  await write('add CASE-21 MRI leg due 2026-11-30 window 14d owner <@U1> backup <@U2>');
  await expect(write('close CASE-20 MRI abdomen deceased')).rejects.toThrow(
    '`CASE-20 CT chest`, `CASE-20 MRI leg`',
  );
  expect(await write('close CASE-20 deceased')).toContain('3 open dates of CASE-20 closed');
  const list = await write('list');
  expect(list).toContain('CASE-21');
  expect(list).not.toContain('CASE-20');
  await expect(write('close CASE-20 deceased')).rejects.toThrow('CASE-20 has no open date');
  await expect(write('close CASE-99 deceased')).rejects.toThrow('no follow-up of CASE-99');
});

test('a new owner whom somebody overtakes is not kept', async () => {
  await write(`add ${ctChest}`);
  const answer = await write(
    'reassign CASE-12 owner <@U7>',
    'U1',
    overtakenBy('reassign CASE-12 owner <@U8>'),
  );
  expect(answer).toContain('<@U2> was first');
  expect(await write('mine', 'U7')).toContain('You own and back up nothing');
  expect(await write('mine', 'U8')).toContain('CASE-12');
});

test('somebody who changed it just before is not called another, nor told to have done this', async () => {
  await write(`add ${ctChest}`);
  const answer = await write(done, 'U2', overtakenBy('book CASE-12 on 2026-12-01'));
  expect(answer).toContain('you changed it just before. *Booked* by <@U2>');
});

async function datesKept(): Promise<Occurrence[]> {
  const [followUp] = await store.records.ofBoard(board);
  return store.records.occurrences(board, followUp?.id ?? '');
}

async function waitingSteps(): Promise<string[]> {
  const [first] = await datesKept();
  return (await listDeliveries(store.store.db, board, first?.id ?? '')).map(({ step }) => step);
}

test.each([done, 'close CASE-12 deceased'])('a message that waits is withdrawn by: %s', async (text) => {
  await write(`add ${ctChest}`);
  expect(await waitingSteps()).toEqual(['r0:before-due', 'r0:due']);
  await write(text);
  expect(await waitingSteps()).toEqual([]);
});

test.each([
  ['snooze CASE-12 until 2026-12-04', ['r0:before-due', 'r0:snooze-over-2026-12-04']],
  ['book CASE-12 on 2026-12-01', ['r0:proof-2026-12-01']],
  ['reschedule CASE-12 to 2026-12-20', ['r1:before-due']],
])('a message that waits is planned anew with: %s', async (text, steps) => {
  await write(`add ${ctChest}`);
  await write(text);
  expect(await waitingSteps()).toEqual(steps);
});

test('a series without an end has its dates two years ahead', async () => {
  await write(`add ${ctChest}`);
  const days = (await datesKept()).map(({ targetOn }) => targetOn);
  expect(days).toHaveLength(8);
  expect(days.at(-1)).toBe('2028-08-30');
  expect(await write('show CASE-12')).toContain('8. *30 August 2028*');
});

test('next dates that two people bring at once are kept once', async () => {
  await write('add CASE-12 CT chest due 2026-11-30 window 3d owner <@U1> backup <@U2> every 4 weeks');
  const later = (text: string) => write(text, 'U1', store.records, '2027-03-01T09:00:00Z');
  await Promise.all([
    later('done CASE-12 scan 2026-11-30 exam 2026-11-30 report RPT-1 reviewer <@U3>'),
    later('done CASE-12 scan 2026-12-28 exam 2026-12-28 report RPT-2 reviewer <@U3>'),
  ]);
  const numbers = (await datesKept()).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, at) => at));
  expect(numbers.length).toBeGreaterThan(26);
});
