import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCalendarFeed, renewCalendarFeed, revokeCalendarFeeds } from '../../src/store/calendar-feeds.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type StartedEngine } from '../store/engines.ts';
import { testKeyRing } from '../support/key-ring.ts';

const mine = { teamId: 'T1', userId: 'U1', channelId: null };
const ofBoard = { ...mine, channelId: 'C1' };

describe.each(engines)('calendar links on $engine', ({ start }) => {
  let started: StartedEngine;
  let store: Store;
  beforeAll(async () => {
    started = await start();
  }, 60_000);
  beforeEach(async () => {
    store = await openStore(await started.newDatabase(), testKeyRing);
    return () => store.close();
  });
  afterAll(() => started?.stop());

  const renew = (feed: Parameters<typeof renewCalendarFeed>[1]) =>
    store.transaction((tx) => renewCalendarFeed(tx, feed, 1));
  const find = (token: string) => findCalendarFeed(store.db, token);

  it('lead to their feed, each to its own', async () => {
    const [first, second] = [await renew(mine), await renew(ofBoard)];
    expect(await find(first)).toEqual(mine);
    expect(await find(second)).toEqual(ofBoard);
    expect(await find(`${first}A`)).toBeUndefined();
  });

  it('are 32 bytes of chance, of which only a hash is kept', async () => {
    const token = await renew(mine);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await store.db.selectFrom('calendarFeed').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('are one a feed, also when two are asked for at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => renew(mine)));
    const found = await Promise.all(tokens.map(find));
    expect(found.filter((feed) => feed !== undefined)).toEqual([mine]);
  });

  it('end with the next one of the same feed, which leads there in its place', async () => {
    const [first, second] = [await renew(mine), await renew(mine)];
    expect(await find(first)).toBeUndefined();
    expect(await find(second)).toEqual(mine);
  });

  it('end for one person in one workspace', async () => {
    const others = [
      { ...mine, userId: 'U2' },
      { ...mine, teamId: 'T2' },
      { ...ofBoard, userId: 'U2' },
    ];
    const kept = await Promise.all(others.map(renew));
    const ended = [await renew(mine), await renew(ofBoard)];
    expect(await store.transaction((tx) => revokeCalendarFeeds(tx, 'T1', 'U1'))).toBe(2);
    expect(await Promise.all(ended.map(find))).toEqual([undefined, undefined]);
    expect(await Promise.all(kept.map(find))).toEqual(others);
  });
});
