import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageState } from '../../src/sandbox/page-state.ts';
import { type RunningSandbox, startSandbox } from './start-sandbox.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let running: RunningSandbox;
let client: WebClient;
beforeEach(async () => {
  running = await startSandbox(() => {});
  ({ client } = running.app);
});
afterEach(() => running.stop());

const advance = (move: 'day' | 'week' | 'next') => running.ask('clock', { as: 'ada', move });

/** Lets the app write to a person, or with none into the channel, so many hours from now. */
async function writeAfter(hours: number, handle: string | null, text: string): Promise<void> {
  const send = async () => client.chat.postMessage({ channel: await conversationOf(handle), text });
  running.waiting.push({ atMs: running.now.ms + hours * hourMs, send });
}

async function conversationOf(handle: string | null): Promise<string> {
  const { members = [] } = await client.users.list({});
  const { channels = [] } = await client.users.conversations({ types: 'public_channel' });
  if (handle === null) return channels[0]?.id ?? '';
  const { channel } = await client.conversations.open({
    users: members.find(({ name }) => name === handle)?.id ?? '',
  });
  return channel?.id ?? '';
}

const heard = ({ messages }: PageState) => messages.map(({ at, text }) => `${at.slice(0, 16)} ${text}`);
const unreadOf = async (handle: string) =>
  (await running.seenBy('chiara')).unread.filter((one) => one.handle === handle).map(({ count }) => count);

describe('the clock of the page', () => {
  it('moves on by a day or a week to the same time, and never back', async () => {
    expect((await running.seenBy('ada')).clock).toEqual({
      ...{ at: '2026-11-23T09:00:00.000Z', timeZone: 'UTC', keepsStore: false },
    });
    expect(await advance('day')).toEqual({ arrived: [] });
    expect(await advance('week')).toEqual({ arrived: [] });
    expect((await running.seenBy('ben')).clock.at).toBe('2026-12-01T09:00:00.000Z');
  });

  it('brings what falls due on the way at its own time, in its order, to whom it is for', async () => {
    await writeAfter(3, 'ada', 'first');
    await writeAfter(50, 'ben', 'second');
    await writeAfter(51, 'ada', 'third');
    await writeAfter(52, null, 'to all');
    await writeAfter(24 * 8, 'ada', 'too late');
    expect(await advance('week')).toEqual({
      arrived: [
        { handle: 'ada', count: 2 },
        { handle: 'ben', count: 1 },
        { handle: null, count: 1 },
      ],
    });
    expect(heard(await running.seenBy('ada'))).toEqual([
      '2026-11-23T12:00 first',
      '2026-11-25T12:00 third',
      '2026-11-25T13:00 to all',
    ]);
    expect(heard(await running.seenBy('ben'))).toEqual([
      '2026-11-25T11:00 second',
      '2026-11-25T13:00 to all',
    ]);
  });

  it.each(['day', 'week', 'next'] as const)('dates what is due already before it moves: %s', async (move) => {
    await writeAfter(0, 'ada', 'due now');
    await writeAfter(5, 'ada', 'later');
    await advance(move);
    expect(heard(await running.seenBy('ada'))[0]).toBe('2026-11-23T09:00 due now');
  });

  it('goes to the next message, past what is put off when its time comes', async () => {
    running.waiting.push({ atMs: running.now.ms + 40 * dayMs, send: async () => {} });
    running.waiting.push({ atMs: running.now.ms + 42 * dayMs, send: async () => {} });
    await writeAfter(24 * 43, 'ben', 'at last');
    await writeAfter(24 * 44, 'ben', 'later');
    expect(await advance('next')).toEqual({ arrived: [{ handle: 'ben', count: 1 }] });
    expect((await running.seenBy('ada')).clock.at).toBe('2027-01-05T09:00:00.000Z');
  });

  it('stays where it is when no message waits', async () => {
    expect(await advance('next')).toEqual({ arrived: [] });
    expect((await running.seenBy('ada')).clock.at).toBe('2026-11-23T09:00:00.000Z');
  });

  it('makes one move after the other when several are asked for at once', async () => {
    await Promise.all([advance('day'), advance('day'), advance('week')]);
    expect((await running.seenBy('ada')).clock.at).toBe('2026-12-02T09:00:00.000Z');
  });

  it('is not stopped by a message that is never sent', async () => {
    const stuck = { atMs: running.now.ms, send: async () => running.waiting.unshift(stuck) };
    running.waiting.push({ ...stuck, send: () => Promise.reject(new Error('down')) });
    await expect(advance('day')).rejects.toThrow('500');
    await writeAfter(1, 'ada', 'goes on');
    expect(await advance('day')).toEqual({ arrived: [{ handle: 'ada', count: 1 }] });
  });

  it('refuses to be moved anywhere else', async () => {
    await expect(advance('back' as never)).rejects.toThrow('400');
  });
});

describe('what somebody has not looked at', () => {
  it('is known to everybody’s page until they look', async () => {
    await writeAfter(1, 'ben', 'one');
    await writeAfter(2, 'ben', 'two');
    await writeAfter(3, null, 'to all');
    await advance('day');
    expect(await unreadOf('ben')).toEqual([2, 1]);
    expect(await unreadOf('ada')).toEqual([1]);
    const own = (await running.seenBy('ben')).conversations.find(({ kind }) => kind === 'direct');
    await running.ask('readings', { as: 'ben', conversationId: own?.id ?? '' });
    expect(await unreadOf('ben')).toEqual([1]);
  });

  it('is not what they wrote themselves, nor what was changed or taken away', async () => {
    const { conversations } = await running.seenBy('ada');
    const conversationId = conversations.find(({ kind }) => kind === 'channel')?.id ?? '';
    await running.ask('messages', { as: 'ada', conversationId, text: 'hello' });
    expect([await unreadOf('ada'), await unreadOf('ben')]).toEqual([[], [1]]);
    await running.ask('readings', { as: 'ben', conversationId });
    const posted = await client.chat.postMessage({ channel: conversationId, text: 'one' });
    const place = { channel: conversationId, ts: posted.ts ?? '' };
    await client.chat.update({ ...place, text: 'changed' });
    expect(await unreadOf('ben')).toEqual([1]);
    await client.chat.delete(place);
    expect(await unreadOf('ben')).toEqual([]);
  });
});
