import type { CustomRoute } from '@slack/bolt';
import { expect, onTestFinished } from 'vitest';
import { imtFollowup } from '../../commands/imt-followup.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateMessage } from '../../src/slack/block-kit/validate.ts';
import { type CalendarRouteOptions, calendarRoute } from '../../src/slack/calendar-route.ts';
import { createCalendarRecords } from '../../src/store/calendar-records.ts';
import { type FollowUpStore, openFollowUpStore } from './follow-up-store.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

export const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
export const ada = 'U0ADA';
export const ben = 'U0BEN';

type Who = Parameters<TestApp['type']>[2];

export interface CalendarApp {
  app: TestApp;
  store: FollowUpStore;
  route: CustomRoute;
  /** What a test may change while the app runs. */
  given: Pick<CalendarRouteOptions, 'maySeeBoard'> & {
    feeds: ReturnType<typeof createCalendarRecords>;
    publicUrl: string | null;
  };
  audited: object[];
  /** The fields of each error that the route logged. */
  logged: object[];
  /** What the app answers to `/imt-followup`, as JSON. */
  say(text: string, who?: Who): Promise<string>;
  add(scan: string, owner: string, backup: string, who?: Who): Promise<string>;
  /** Where the link leads once it has come in from outside. */
  linkBy(text: string, who?: Who): Promise<string>;
}

/** The real app with a real store and its calendars. */
export async function startCalendarApp(): Promise<CalendarApp> {
  const now = () => new Date('2026-11-23T09:00:00Z');
  const store = await openFollowUpStore();
  const feeds = createCalendarRecords(store.store, now);
  const given: CalendarApp['given'] = {
    ...{ feeds, maySeeBoard: async () => true, publicUrl: 'https://board.example.org/imt' },
  };
  const audited: object[] = [];
  const logged: object[] = [];
  const route = calendarRoute({
    ...{ now, newReference: () => 'ref-1' },
    audit: { record: (entry) => audited.push(entry), settled: async () => {} },
    feeds: {
      find: (token) => given.feeds.find(token),
      openScans: (feed) => given.feeds.openScans(feed),
    },
    maySeeBoard: (person, board) => given.maySeeBoard(person, board),
    log: { debug() {}, info() {}, warn() {}, error: (fields) => logged.push(fields) },
  });
  const app = await startTestApp([imtFollowup], knowledge, {
    followUps: store.records,
    calendar: { ...feeds, publicUrl: () => given.publicUrl },
    routes: [route],
  });
  onTestFinished(async () => {
    await app.stop();
    await store.close();
  });
  const say: CalendarApp['say'] = async (text, who = { user_id: ada }) => {
    await app.type('/imt-followup', text, who);
    const { body } = await app.slack.nextPost();
    expect(validateMessage(body)).toEqual([]);
    expect(body.response_type).toBe('ephemeral');
    return JSON.stringify(body);
  };
  return {
    ...{ app, store, route, given, audited, logged, say },
    add: (scan, owner, backup, who = {}) =>
      say(`add ${scan} window 7d owner <@${owner}> backup <@${backup}>`, { user_id: ada, ...who }),
    async linkBy(text, who) {
      const [, path] =
        /https:\/\/board\.example\.org\/imt(\/calendar\/[\w-]{43}\.ics)/.exec(await say(text, who)) ?? [];
      if (!path) throw new Error('there is no link in the answer');
      return `${app.baseUrl}${path}`;
    },
  };
}
