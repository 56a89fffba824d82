import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from '../support/run-app.ts';
import { type PageClient, pageClient } from './page-client.ts';

const add = (caseCode: string) =>
  `/imt-followup add ${caseCode} CT chest due 2026-12-23 window 14d owner @ada backup @ben`;

let folder: string;
let app: RunningApp;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
});
afterEach(() => app.signal('SIGKILL'));

interface Trial extends PageClient {
  /** Says something in the channel as Ada; resolves with the page's text behind it. */
  say(text: string): Promise<string>;
  move(by: 'week' | 'next'): Promise<string>;
  end(): Promise<void>;
}

/** The app itself, as `npm start` starts it without an account at Slack. */
async function start(variables: Record<string, string> = {}): Promise<Trial> {
  const clock = { CLOCK_START: '2026-11-23T09:00:00Z' };
  app = runApp({ PORT: '0', TZ: 'UTC', DATABASE_URL: '', TMPDIR: folder, ...clock, ...variables });
  const [, url = ''] = await app.printed(/open (http:\/\/localhost:\d+)/);
  const page = pageClient(url);
  return {
    ...page,
    async say(text) {
      const before = await page.seenBy('ada');
      const conversationId = before.conversations[0]?.id ?? '';
      await page.ask('messages', { as: 'ada', conversationId, text });
      return page.until('ada', ({ messages }) => messages.slice(before.messages.length)[0]?.html);
    },
    async move(by) {
      const { arrived = [] } = await page.ask('clock', { as: 'ada', move: by });
      return arrived.map(({ handle, count }) => `${handle ?? 'channel'} ${count}`).join(', ');
    },
    async end() {
      app.signal('SIGTERM');
      expect((await app.ended).status).toBe(0);
    },
  };
}

/** Each starts the app, some twice. */
const timeout = 60_000;

describe('a trial of the app', { timeout }, () => {
  it('climbs the ladder of a scan as the clock is moved, and closes it on its proof', async () => {
    const trial = await start();
    expect(await trial.say(add('CASE-12'))).toContain('Saved');
    expect(await trial.move('next')).toBe('ada 1');
    expect(await trial.move('next')).toContain('ada 1');
    expect(
      await trial.say('/imt-followup done CASE-12 exam 2026-12-20 report RPT-1 reviewer @chiara'),
    ).toContain('Completed');
    expect(await trial.move('next')).toBe('');
    for (let week = 1; week <= 20; week++) expect(await trial.move('week')).not.toMatch(/ada|ben/);
    await trial.end();
  });

  it('is silent about a case whose patient has died, and about no other', async () => {
    const trial = await start();
    await trial.say(add('CASE-12'));
    await trial.say(add('CASE-13'));
    expect(await trial.move('next')).toBe('ada 1');
    expect(await trial.say('/imt-followup close CASE-12 deceased')).toContain('No more messages go out');
    for (let week = 1; week <= 12; week++) await trial.move('week');
    const told = (await trial.seenBy('ada')).messages.filter(({ conversationId }) =>
      conversationId.startsWith('D'),
    );
    expect(told.filter(({ html }) => html.includes('CASE-13')).length).toBeGreaterThanOrEqual(3);
    expect(told.slice(1).filter(({ html }) => html.includes('CASE-12'))).toEqual([]);
    await trial.end();
  });

  it('keeps nothing, in memory or on disk, and the page is told so', async () => {
    const first = await start();
    await first.say(add('CASE-12'));
    expect((await first.seenBy('ada')).clock.keepsStore).toBe(false);
    await first.end();
    expect(readdirSync(folder)).toEqual([]);
    const second = await start();
    expect(await second.say('/imt-followup list')).toContain('Nothing is open');
    await second.end();
  });

  it('keeps follow-ups in the store that it is given, for the same people on the next start', async () => {
    const DATABASE_URL = `sqlite:${join(folder, 'kept.db')}`;
    const first = await start({ DATABASE_URL });
    await first.say(add('CASE-12'));
    expect((await first.seenBy('ada')).clock.keepsStore).toBe(true);
    await first.end();
    expect(existsSync(join(folder, 'kept.db'))).toBe(true);
    const second = await start({ DATABASE_URL });
    expect(await second.say('/imt-followup list')).toMatch(/CASE-12.*@Ada/s);
    expect(await second.move('next')).toBe('ada 1');
    await second.end();
  });
});
