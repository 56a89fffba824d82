import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { type MetricsOptions, serveMetrics } from '../../src/metrics/serve-metrics.ts';
import { readOutboxFigures } from '../../src/store/outbox-figures.ts';
import { startReminderApp } from '../support/reminder-app.ts';
import { runApp } from '../support/run-app.ts';
import { startTestApp } from '../support/start-test-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const nothingWaits = { waiting: 0, due: 0, unknown: 0, oldestDueAtMs: null };

/** The metrics of this process; what they print, comments apart. */
async function startMetrics(options: Partial<MetricsOptions> = {}): Promise<() => Promise<string>> {
  const server = await serveMetrics({
    ...{
      port: 0,
      host: '127.0.0.1',
      knowledge: () => knowledge,
      commandNames: new Set(commands.map(({ name }) => name)),
    },
    ...{ readOutbox: async () => nothingWaits, lastTickAtMs: () => null },
    now: () => new Date('2026-11-23T09:00:00Z'),
    ...options,
  });
  onTestFinished(() => server.stop());
  return async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    return (await response.text())
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n');
  };
}

it('counts requests by command, calls of Slack and their outcome, and names nobody and nothing that was typed', async () => {
  const scrape = await startMetrics();
  const app = await startTestApp(commands, knowledge);
  onTestFinished(() => app.stop());
  const canary = { team_id: 'TCANARY', channel_id: 'CCANARY', user_id: 'UCANARY' };
  await app.type('/imt-dose', '54 Gy/27F vs 20 Gy/10F', canary);
  await app.slack.nextPost();
  await app.type('/imt-followup', 'canaryword CASE-4711', canary);
  await app.slack.nextPost();
  await app.type('/canarycommand', 'canaryword', canary);
  await app.slack.nextPost();
  await app.press({ action_id: 'canary.action', value: 'canaryword' });
  await app.slack.nextPost();
  // An answer is counted once Slack has said that it has it.
  await expect.poll(scrape).toMatch(/^imt_answer_seconds_count\{command="unknown",outcome="refusal"\} 2$/m);
  const printed = await scrape();
  expect(printed).toMatch(/^imt_ack_seconds_count\{command="\/imt-dose"\} 1$/m);
  expect(printed).toMatch(/^imt_answer_seconds_count\{command="\/imt-dose",outcome="reply"\} 1$/m);
  expect(printed).toMatch(/^imt_http_ack_seconds_count 4$/m);
  expect(printed).toMatch(/^imt_slack_calls_total\{method="auth.test",outcome="ok"\} [1-9]/m);
  expect(printed).toMatch(/^process_resident_memory_bytes \d/m);
  expect(printed).not.toMatch(/canary|CASE-4711|U1\b|C1\b/i);
});

it('says how late reminders were, what waits, and when the last tick was', async () => {
  const board = await startReminderApp('2026-11-23T09:00:00Z');
  let nowMs = Date.parse('2026-11-23T09:00:00Z');
  const scrape = await startMetrics({
    readOutbox: (atMs) => readOutboxFigures(board.store.db, atMs),
    lastTickAtMs: board.reminders.lastTickAtMs,
    now: () => new Date(nowMs),
  });
  await board.say('add CASE-12 CT chest due 2026-12-01 window 14d owner <@UADA> backup <@UBOB>');
  expect(await scrape()).toMatch(/^imt_outbox_waiting [1-9]/m);
  expect(await scrape()).toMatch(/^imt_outbox_due 0$/m);
  nowMs = Date.parse('2026-12-20T12:00:00Z');
  const late = await scrape();
  expect(late).toMatch(/^imt_outbox_due [1-9]/m);
  expect(Number(/^imt_outbox_oldest_due_seconds (\d+)$/m.exec(late)?.[1])).toBeGreaterThan(86_400);
  expect(late).toMatch(/^imt_last_tick_timestamp_seconds 0$/m);
  await board.tickAt('2026-12-21T12:00:00Z');
  const sent = await scrape();
  expect(sent).toMatch(/^imt_reminder_lag_seconds_count [1-9]/m);
  expect(sent).toMatch(/^imt_last_tick_timestamp_seconds [1-9]/m);
  expect(sent).not.toMatch(/CASE-12|UADA|UBOB|T1\b/);
});

it('shows a store that does not answer as such, and leaves its figures out', async () => {
  const failing = await startMetrics({
    readOutbox: async () => {
      throw new Error('no database');
    },
  });
  const printed = await failing();
  expect(printed).toMatch(/^imt_store_answers 0$/m);
  expect(printed).not.toMatch(/^imt_outbox_/m);
  const silent = await startMetrics({ readOutbox: () => new Promise(() => {}) });
  expect(await silent()).toMatch(/^imt_store_answers 0$/m);
});

it('counts the statements of the knowledge base as a curator would', async () => {
  const printed = await (await startMetrics())();
  expect(printed).toContain(`imt_knowledge_statements{state="all"} ${knowledge.claims.size}`);
  expect(printed).toMatch(/^imt_knowledge_age_days \d+$/m);
});

it('is served only where a port is set for it, and never on the port of requests', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'imt-metrics-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const app = runApp({ PORT: '0', METRICS_PORT: '', NODE_ENV: 'test', DATABASE_URL: '' });
  const [, port] = await app.printed(/localhost:(\d+)/);
  const { status } = await fetch(`http://127.0.0.1:${port}/metrics`);
  app.signal('SIGTERM');
  await app.ended;
  expect(status).toBe(404);
});
