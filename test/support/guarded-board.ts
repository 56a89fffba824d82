import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { BoardAccess } from '../../src/access/board-access.ts';
import { createAccess } from '../../src/create-access.ts';
import { complete } from '../../src/followup/complete.ts';
import { createFollowUp } from '../../src/followup/create-follow-up.ts';
import type { Occurrence } from '../../src/followup/follow-up.ts';
import { seriesAhead } from '../../src/followup/series-ahead.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createLog } from '../../src/log.ts';
import { calendarRoute } from '../../src/slack/calendar-route.ts';
import { createMaySeeBoard } from '../../src/slack/may-see-board.ts';
import { createCalendarRecords } from '../../src/store/calendar-records.ts';
import type { Tables } from '../../src/store/tables.ts';
import { peopleForTest } from './clients-for-test.ts';
import { noAudit } from './edge-for-test.ts';
import { type FollowUpStore, openFollowUpStore } from './follow-up-store.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const now = () => new Date('2026-11-23T09:00:00Z');
const board = { teamId: 'T1', channelId: 'C1' };
const tables = [
  'followUp',
  'occurrence',
  'history',
  'boardHistory',
  'boardSettings',
  'outbox',
  'calendarFeed',
];
/** How access asks of Slack; what people are shown is in none of these. */
const asking = new Set(['auth.test', 'conversations.members', 'users.info']);

/** What stands in the records of the board and must not reach who is outside. */
export const canaries = /ZEBRA|CASE-4711/;

export interface GuardedBoard {
  app: TestApp;
  store: FollowUpStore;
  feeds: ReturnType<typeof createCalendarRecords>;
  /** Who is in each channel; who is not in Slack's answer is outside. */
  channels: Record<string, string[]>;
  /** What Slack says of people besides that they are of this workspace. */
  people: Record<string, object>;
  /** An open date of the board. */
  occurrenceId: string;
  logLines: string[];
  passMs(ms: number): void;
  /** All that a request led to: its acknowledgement and every outgoing call, as text without ids that are made anew. */
  seenAfter(request: () => Promise<Response>): Promise<string>;
  /** Every row, or those of one channel. */
  kept(channelId?: string): Promise<string>;
  close(): Promise<void>;
}

/** The real app with the real access and a board that keeps one of everything; only Slack is played. */
export async function startGuardedBoard(people: readonly string[]): Promise<GuardedBoard> {
  const store = await openFollowUpStore();
  const feeds = createCalendarRecords(store.store, now);
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => logLines.push(line) });
  let nowMs = 0;
  let access: BoardAccess | undefined;
  const maySeeBoard: ReturnType<typeof createMaySeeBoard> = (person, of) =>
    createMaySeeBoard(access as BoardAccess)(person, of);
  const app = await startTestApp(commands, knowledge, {
    followUps: store.records,
    calendar: { ...feeds, publicUrl: () => 'https://board.example.org' },
    routes: [
      calendarRoute({ feeds, maySeeBoard, audit: noAudit, now, log, newReference: () => 'ref-calendar' }),
    ],
    now,
    accessTo(apiUrl) {
      const rules = { allowGuests: false, allowExternal: false, adminIds: new Set(['UADMIN']) };
      access = createAccess({
        ...peopleForTest(apiUrl, () => nowMs, log),
        rules: { ...rules, curatorIds: new Set() },
        log,
        nowMs: () => nowMs,
      }).access;
      return access;
    },
  });
  const guarded: GuardedBoard = {
    ...{ app, store, feeds, logLines, channels: {}, people: {} },
    occurrenceId: await plant(store, people),
    passMs(ms) {
      nowMs += ms;
    },
    async seenAfter(request) {
      const { slack } = app;
      const before = {
        calls: slack.calls.length,
        posts: slack.attempts.length,
        uploads: slack.uploads.length,
      };
      const answered = () => app.logLines.filter((line) => line.includes('"answered"'));
      const answers = answered().length;
      const ack = await (await request()).text();
      await expect.poll(answered, { interval: 3 }).toHaveLength(answers + 1);
      expect(answered().at(-1)).not.toContain('failed');
      return withoutNewIds({
        ack,
        calls: slack.calls.slice(before.calls).filter(({ method }) => !asking.has(method)),
        posts: slack.attempts.slice(before.posts).map(({ body }) => body),
        uploads: slack.uploads.slice(before.uploads).map(({ bytes }) => bytes.toString()),
      });
    },
    async kept(channelId) {
      const rows = await Promise.all(
        tables.map((table) =>
          store.store.db
            .selectFrom(table as keyof Tables)
            .selectAll()
            .execute(),
        ),
      );
      const wanted = rows.map((all) =>
        all.filter(
          (row) => channelId === undefined || (row as { channelId?: string }).channelId === channelId,
        ),
      );
      return JSON.stringify(wanted);
    },
    async close() {
      await app.stop();
      await store.close();
    },
  };
  app.slack.answers['users.info'] = ({ user = '' }) => ({
    ok: true,
    user: { id: user, team_id: 'T1', ...guarded.people[user] },
  });
  app.slack.answers['conversations.members'] = ({ channel = '' }) => {
    const members = guarded.channels[channel];
    return members ? { ok: true, members } : { ok: false, error: 'channel_not_found' };
  };
  return guarded;
}

/** For each of these people something that they own or back up, and a lead who is the first of them. */
async function plant({ records }: FollowUpStore, people: readonly string[]): Promise<string> {
  const act = { by: 'UZEBRA', atMs: now().getTime(), todayOn: '2026-11-23' };
  const planted: Occurrence[] = [];
  for (const [at, ownerId] of people.entries()) {
    const draft = {
      ...{
        caseCode: at === 0 ? 'CASE-4711' : `CASE-47110${at}`,
        modality: 'CT',
        bodySite: 'chest',
        contrast: null,
      },
      ...{ targetOn: '2026-11-01', windowDays: 7, ownerId, backupId: 'UZEBRA' },
      recurrence: { every: 3, unit: 'month' as const, untilOn: '2027-05-01' },
    };
    const { followUp, entry } = createFollowUp(draft, { id: randomUUID(), board }, act);
    const anchored = { ...followUp, anchor: { label: 'ZEBRA anchor', on: '2026-08-01' } };
    const [first, ...others] = seriesAhead(anchored, [], randomUUID, act);
    if (!first) throw new Error('a series has a first date');
    const proof = { examOn: '2026-11-02', reportReference: 'ZEBRA-77', reviewedBy: 'UZEBRA' };
    const done = complete(first, proof, act);
    await records.save(board, {
      created: [anchored],
      added: [done.occurrence, ...others],
      entries: [entry, done.entry],
    });
    planted.push(...others);
  }
  const settings = await records.settings(board);
  const { by, atMs } = act;
  const entry = { action: 'settings', by, atMs, changes: [] };
  await records.saveSettings({ ...settings, boardLeadId: people[0] ?? null }, entry);
  return planted[0]?.id ?? '';
}

function withoutNewIds(seen: object): string {
  return JSON.stringify(seen)
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/http:\/\/127\.0\.0\.1:\d+\/\S*?(?=["\\])/g, 'URL')
    .replace(/calendar\/[\w-]{43}\.ics/g, 'calendar/LINK');
}
