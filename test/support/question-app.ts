import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModalView } from '@slack/types';
import { expect, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { BoardAccess } from '../../src/access/board-access.ts';
import { type Curation, createCuration } from '../../src/create-curation.ts';
import { createQuestions } from '../../src/create-questions.ts';
import { createKnowledgeShelf } from '../../src/knowledge/knowledge-shelf.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createLog } from '../../src/log.ts';
import { validateMessage, validateView } from '../../src/slack/block-kit/validate.ts';
import { createAuditTrail } from '../../src/store/audit/create-audit-trail.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createSeenEvents } from '../../src/store/questions/seen-events.ts';
import type { Store } from '../../src/store/store.ts';
import { versionText } from '../../src/views/words.ts';
import { clientsForTest } from './clients-for-test.ts';
import type { TestParts } from './edge-for-test.ts';
import { testKeyRing } from './key-ring.ts';
import { openAccess } from './open-access.ts';
import type { SlackStandIn } from './slack-stand-in.ts';
import { startSlackStandIn } from './slack-stand-in.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

export const knowledge: KnowledgeBase = loadKnowledge(new URL('../../knowledge/', import.meta.url));

/** What somebody was shown; `all` is the whole of it as JSON. */
interface Answered {
  method: string;
  args: Record<string, string>;
  all: string;
}

export interface QuestionApp {
  app: TestApp;
  store: Store;
  curation: Curation;
  /** Where people are told of filled gaps, and what became of flags. */
  news: SlackStandIn;
  clock: { nowMs: number };
  /** What the app does at its start and once an hour: tells of filled gaps. Resolves when it has. */
  tellAgain(): Promise<void>;
  /** Writes to the app directly; resolves with its answer. */
  write(text: string, more?: object): Promise<Answered>;
  /** Names the app in a channel; resolves with its answer. */
  mention(text: string, more?: object): Promise<Answered>;
  event(event: object, eventId?: string): Promise<void>;
  /** Everything that was posted as an answer to a written text, in order. */
  answers(): Answered[];
  nextAnswer(): Promise<Answered>;
  /** The next message at a response URL. */
  nextPost(): Promise<{ all: string; response_type: string }>;
  /** The dialog that a press opens. */
  opened(press: Promise<unknown>): Promise<ModalView>;
  /** Resolves when nothing is being worked on any more. */
  quiet(): Promise<void>;
  /** Every byte of the store, as text. */
  written(): string;
}

/** The real app with a real store; Slack is played by the stand-in. */
export async function startQuestionApp(
  access: BoardAccess = openAccess,
  { load = () => knowledge, ...parts }: Pick<TestParts, 'chooser'> & { load?: () => KnowledgeBase } = {},
): Promise<QuestionApp> {
  const clock = { nowMs: Date.parse('2026-11-23T09:00:00Z') };
  const now = () => new Date(clock.nowMs);
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  const path = join(folder, 'board.db');
  const shelf = createKnowledgeShelf(load);
  const store = await openStore(`sqlite:${path}`, testKeyRing, () => versionText(shelf.current()));
  const news = await startSlackStandIn();
  news.answers['conversations.open'] = { ok: true, channel: { id: 'DNEWS' } };
  const log = createLog('info', { write: () => {} });
  const audit = createAuditTrail({ store, log, nowMs: () => clock.nowMs });
  const curation = createCuration({
    ...{ clientOf: clientsForTest(news.apiUrl).forTeam, store, shelf, audit, log, now },
    newId: () => randomUUID(),
  });
  await curation.start();
  const questions = createQuestions({
    ...{ clientOf: clientsForTest(news.apiUrl).forTeam, store, knowledge: shelf.current, log, now },
    newId: () => randomUUID(),
  });
  const seen = createSeenEvents(store, () => clock.nowMs);
  const app = await startTestApp(commands, knowledge, {
    ...{ questions: questions.records, curation: curation.records, served: shelf.current },
    ...{ seen, access, now },
    ...parts,
  });
  onTestFinished(async () => {
    await app.stop();
    await questions.settled(2_000);
    await curation.settled(2_000);
    await audit.settled();
    await store.close();
    await news.close();
    rmSync(folder, { recursive: true });
  });
  let [read, sentAt, events] = [0, 1_795_424_400, 0];
  const answers = () =>
    app.slack.calls
      .filter(({ method }) => method === 'chat.postMessage' || method === 'chat.postEphemeral')
      .map((call) => ({ ...call, all: JSON.stringify({ ...call.args, blocks: parsed(call.args.blocks) }) }));
  const nextAnswer = async (): Promise<Answered> => {
    await expect.poll(() => answers().length).toBeGreaterThan(read);
    const answer = answers()[read++] as Answered;
    const blocks = parsed(answer.args.blocks);
    expect(validateMessage({ text: answer.args.text ?? '', blocks })).toEqual([]);
    return answer;
  };
  const event: QuestionApp['event'] = async (told, eventId = `Ev${++events}`) => {
    const body = { type: 'event_callback', team_id: 'T1', event_id: eventId, event: told };
    const taken = await app.post(JSON.stringify(body), {}, 'application/json');
    expect(taken.status).toBe(200);
  };
  const ts = () => `${++sentAt}.000100`;
  return {
    ...{ app, store, curation, news, clock, event, answers, nextAnswer },
    async tellAgain() {
      questions.start();
      expect(await questions.settled(5_000)).toBe(true);
    },
    async write(text, more = {}) {
      const sent = ts();
      await event({
        ...{ type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text, ts: sent, event_ts: sent },
        ...more,
      });
      return nextAnswer();
    },
    async mention(text, more = {}) {
      const sent = ts();
      await event({
        ...{ type: 'app_mention', channel: 'C1', user: 'U1', text: `<@UBOT> ${text}`, ts: sent },
        ...{ event_ts: sent, ...more },
      });
      return nextAnswer();
    },
    async nextPost() {
      const { body } = await app.slack.nextPost();
      expect(validateMessage({ ...body, blocks: (body.blocks ?? []) as never })).toEqual([]);
      return { all: JSON.stringify(body), response_type: body.response_type };
    },
    async opened(press) {
      const views = () => app.slack.calls.filter(({ method }) => method === 'views.open');
      const before = views().length;
      await press;
      await expect.poll(() => views().length).toBeGreaterThan(before);
      const view = JSON.parse(views().at(-1)?.args.view ?? '{}');
      expect(validateView(view)).toEqual([]);
      return view;
    },
    async quiet() {
      // What was told before it is taken up first; the answer to this one is the last.
      const before = answers().length;
      await event({
        ...{ type: 'message', channel_type: 'im', channel: 'D9', user: 'U9', text: 'hello', ts: ts() },
      });
      await expect.poll(() => answers().some(({ args }) => args.channel === 'D9')).toBe(true);
      const last = app.slack.calls.findLastIndex(({ args }) => args.channel === 'D9');
      app.slack.calls.splice(last, 1);
      expect(answers().length).toBeGreaterThanOrEqual(before);
    },
    written: () => ['', '-wal'].map((suffix) => readFileSync(`${path}${suffix}`, 'latin1')).join(''),
  };
}

function parsed(blocks: string | undefined) {
  return blocks ? JSON.parse(blocks) : [];
}
