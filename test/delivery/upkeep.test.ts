import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryContext } from '../../src/delivery/delivery-context.ts';
import { createUpkeep } from '../../src/delivery/upkeep.ts';
import type { Closing, FollowUp } from '../../src/followup/follow-up.ts';
import { insertFollowUp, saveFollowUp } from '../../src/store/follow-ups.ts';
import { insertOccurrences, listOccurrences } from '../../src/store/occurrences.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Retention } from '../../src/store/retention.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type StartedEngine } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';
import { board, followUp, occurrence } from './open-reminders.ts';

const startMs = Date.UTC(2027, 0, 4, 12);
const dayMs = 86_400_000;
const monthly: FollowUp = { ...followUp, recurrence: { every: 1, unit: 'month', untilOn: null } };
const deceased: Closing = { state: 'deceased', reason: null, by: 'U1', atMs: 1, proof: null, witness: null };

describe.each(engines)('the daily upkeep on $engine', ({ start }) => {
  let engine: StartedEngine;
  let store: Store;
  let nowMs: number;
  beforeAll(async () => {
    engine = await start();
  }, 60_000);
  afterAll(() => engine?.stop());
  beforeEach(async () => {
    store = await openStore(await engine.newDatabase(), testKeyRing);
    nowMs = startMs;
    return () => store.close();
  });

  const newUpkeep = (retention: Retention = {}) =>
    createUpkeep({
      ...{ store, newId: () => randomUUID(), nowMs: () => nowMs, timeZones: async () => ({}) },
      ...{ defaultTimeZone: 'UTC', retention, stopping: () => false, progressed: () => {} },
      log: { error: (fields: object) => expect.fail(JSON.stringify(fields)) },
    } as unknown as DeliveryContext);
  const keep = (kept: FollowUp, ...dates: object[]) =>
    store.transaction(async (tx) => {
      await insertFollowUp(tx, kept);
      const first = { plannedOn: kept.firstTargetOn, targetOn: kept.firstTargetOn };
      const occurrences = dates.map((date) => ({ ...occurrence, ...first, ...date }));
      await insertOccurrences(tx, board, occurrences);
    });
  const dates = () => listOccurrences(store.db, board, 'f1');
  const waiting = async () =>
    (await store.db.selectFrom('outbox').select('occurrenceId').execute()).map((row) => row.occurrenceId);

  it('makes the dates of a series up to two years ahead, each with its message waiting', async () => {
    await keep(monthly, {});
    const { whenDue } = newUpkeep();
    await whenDue();
    const made = await dates();
    expect(made.at(-1)?.targetOn).toBe('2028-12-23');
    expect((await waiting()).sort()).toEqual(made.map(({ id }) => id).sort());
    nowMs += 31 * dayMs;
    await whenDue();
    expect((await dates()).slice(made.length).map(({ targetOn }) => targetOn)).toEqual(['2029-01-23']);
  });

  it('removes what is over once the hospital keeps it no longer, and leaves what is open', async () => {
    const closedAtMs = startMs - 400 * dayMs;
    await keep({ ...followUp, createdAtMs: closedAtMs }, { closing: deceased });
    await keep({ ...followUp, id: 'f2', createdAtMs: closedAtMs }, { id: 'o2', followUpId: 'f2' });
    await newUpkeep({ 'follow-ups': 401 }).whenDue();
    expect(await dates()).toHaveLength(1);
    await newUpkeep({ 'follow-ups': 399 }).whenDue();
    expect(await dates()).toEqual([]);
    expect(await listOccurrences(store.db, board, 'f2')).toHaveLength(1);
  });

  it('adds nothing to what has ended, was planned from a template, or belongs to somebody who has died', async () => {
    await keep({
      ...monthly,
      id: 'f2',
      caseCode: 'CASE-2',
      recurrence: { every: 1, unit: 'month', untilOn: '2027-02-23' },
    });
    await keep({ ...monthly, id: 'f3', caseCode: 'CASE-3', templateId: 'a-template' });
    await keep(monthly, { closing: deceased });
    await newUpkeep().whenDue();
    expect(await dates()).toHaveLength(1);
    expect(await listOccurrences(store.db, board, 'f2')).toHaveLength(1);
    expect(await listOccurrences(store.db, board, 'f3')).toEqual([]);
  });

  it('adds nothing to a series that was done when the case ended with another', async () => {
    const done: Closing = { ...deceased, state: 'completed' };
    await keep(monthly, { closing: done });
    await keep({ ...monthly, id: 'f2' }, { id: 'o2', followUpId: 'f2', closing: deceased });
    await newUpkeep().whenDue();
    expect(await dates()).toHaveLength(1);
  });

  it('goes on with a series whose case was opened again', async () => {
    await keep(monthly, { closing: deceased }, { id: 'o2', number: 1 });
    await newUpkeep().whenDue();
    expect((await dates()).length).toBeGreaterThan(20);
  });

  it('gives a message to an open date that has none waiting, and to no other', async () => {
    await keep(followUp, { id: 'open' }, { id: 'closed', number: 1, closing: deceased });
    const { whenDue } = newUpkeep();
    await whenDue();
    expect(await waiting()).toEqual(['open']);
    await store.db.deleteFrom('outbox').execute();
    nowMs += dayMs - 1;
    await whenDue();
    expect(await waiting()).toEqual([]);
    nowMs += 1;
    await whenDue();
    expect(await waiting()).toEqual(['open']);
  });

  it('looks through more dates than one page holds', async () => {
    const many = Array.from({ length: 600 }, (_, number) => ({ id: `o-${number}`, number }));
    await keep(followUp, ...many);
    await newUpkeep().whenDue();
    expect(new Set(await waiting()).size).toBe(600);
  }, 120_000);

  it('may be done by several replicas at once', async () => {
    await keep(monthly, {});
    await Promise.all([newUpkeep(), newUpkeep(), newUpkeep()].map(({ whenDue }) => whenDue()));
    const made = await dates();
    expect(made.map(({ number }) => number)).toEqual(made.map((_, at) => at));
    expect((await waiting()).sort()).toEqual(made.map(({ id }) => id).sort());
  });

  it('leaves a series alone that somebody ends meanwhile', async () => {
    await keep(monthly, {});
    const ended = { ...monthly, recurrence: { every: 1, unit: 'month' as const, untilOn: '2027-03-23' } };
    await store.transaction((tx) => saveFollowUp(tx, ended));
    await newUpkeep().whenDue();
    expect(await dates()).toHaveLength(2);
  });
});
