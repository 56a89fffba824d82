import { afterEach, describe, expect, it } from 'vitest';
import { imt } from '../../commands/imt.ts';
import { imtDose } from '../../commands/imt-dose.ts';
import { imtFollowup } from '../../commands/imt-followup.ts';
import type { Command } from '../../src/command.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Log } from '../../src/log.ts';
import { createRateLimiter } from '../../src/slack/rate-limits.ts';
import type { AuditRow } from '../../src/store/audit/audit-entry.ts';
import { createAuditTrail } from '../../src/store/audit/create-audit-trail.ts';
import { listAudit } from '../../src/store/audit/list-audit.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import type { TestParts } from '../support/edge-for-test.ts';
import { type FollowUpStore, openFollowUpStore } from '../support/follow-up-store.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const commands: Command[] = [imt(() => commands), imtDose, imtFollowup];
const add = 'add CASE-12 CT chest due 2026-12-30 window 14d owner <@U1|ada> backup <@U2|ben>';

let app: TestApp;
let kept: FollowUpStore;
const alarms: object[] = [];
const log: Log = { debug() {}, info() {}, warn() {}, error: (fields) => alarms.push(fields) };

async function start(parts: TestParts = {}) {
  alarms.length = 0;
  kept = await openFollowUpStore();
  const nowMs = () => Date.UTC(2026, 10, 23, 9);
  const audit = createAuditTrail({ store: kept.store, log, nowMs });
  app = await startTestApp(commands, knowledge, { followUps: kept.records, audit, ...parts });
  let answered = 0;
  /** Types it and gives back its row, once the answer is out. */
  return async (command: string, text: string): Promise<AuditRow | undefined> => {
    await app.type(command, text);
    answered += 1;
    const ended = () => app.logLines.filter((line) => line.includes('"answered"')).length;
    await expect.poll(ended).toBe(answered);
    await audit.settled();
    return (await rows()).at(-1);
  };
}
afterEach(async () => {
  await app.stop();
  await kept.close();
});

async function rows(): Promise<AuditRow[]> {
  const all: AuditRow[] = [];
  for await (const row of listAudit(kept.store.db)) all.push(row);
  return all;
}
const idsOf = (row: AuditRow | undefined): string[] => JSON.parse(row?.about ?? '[]');

describe('the audit record of the running app', () => {
  it('says who asked for what and where, which statements they saw, and by which knowledge base', async () => {
    const typed = await start();
    const row = await typed('/imt', 'radiotherapy');
    expect(row).toMatchObject({
      ...{ actor: 'U1', teamId: 'T1', channelId: 'C1', action: 'asked', what: '/imt', outcome: 'reply' },
      knowledgeVersion: 'v1',
    });
    expect(idsOf(row).filter((id) => knowledge.claims.has(id)).length).toBeGreaterThanOrEqual(2);
  });

  it('names the scan that was shown by its id, and never a case', async () => {
    const typed = await start();
    await typed('/imt-followup', add);
    const row = await typed('/imt-followup', 'show CASE-12');
    const [date] = await kept.records.openOccurrences({ teamId: 'T1', channelId: 'C1' });
    expect(row).toMatchObject({ what: '/imt-followup show', action: 'asked' });
    expect(idsOf(row)).toContain(`C1/${date?.id}`);
    expect(JSON.stringify(await rows())).not.toContain('CASE-12');
  });

  it('says who changed what, in the same transaction as the change', async () => {
    const typed = await start();
    await typed('/imt-followup', add);
    const [followUp] = await kept.records.ofBoard({ teamId: 'T1', channelId: 'C1' });
    expect(await rows()).toEqual([
      expect.objectContaining({ action: 'changed', actor: 'U1', channelId: 'C1', outcome: 'kept' }),
      expect.objectContaining({ action: 'asked', what: '/imt-followup add', outcome: 'reply' }),
    ]);
    expect(idsOf((await rows())[0])).toContain(followUp?.id);
  });

  it('keeps nothing of what was typed, not even a word that no command knows', async () => {
    const typed = await start();
    await typed('/imt-followup', 'canarysub CANARY-4711');
    await typed('/imt', 'canaryword');
    await typed('/imt-dose', 'canarydose vs 20 Gy/10F');
    const kept = await rows();
    expect(kept.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['/imt-followup', 'refusal'],
      ['/imt', 'reply'],
      ['/imt-dose', 'refusal'],
    ]);
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('canary');
  });

  it('stays intact, and notices when a row is changed behind its back', async () => {
    const typed = await start();
    for (const text of ['', 'table', 'radiotherapy']) await typed('/imt', text);
    const verdict = () => kept.store.transaction((tx) => verifyAudit(tx));
    expect(await verdict()).toMatchObject({ intact: true, rows: 3 });
    await kept.store.db.updateTable('audit').set({ actor: 'U2' }).where('number', '=', 2).execute();
    expect(await verdict()).toMatchObject({ intact: false });
  });

  it('raises an alarm and lets the answer go out when it cannot be written', async () => {
    const typed = await start();
    await kept.store.db.deleteFrom('auditHead').execute();
    await typed('/imt', 'radiotherapy');
    expect(app.slack.posts).toHaveLength(1);
    expect(alarms).toEqual([expect.objectContaining({ alarm: 'audit', lost: 1 })]);
  });
});

it('somebody who asks faster than anybody reads is told politely when to go on, and nothing runs', async () => {
  const limiter = createRateLimiter({ perPerson: 2, perWorkspace: 100, windowSeconds: 60 });
  const typed = await start({ limiter });
  await typed('/imt', 'radiotherapy');
  await typed('/imt', 'radiotherapy');
  expect(await typed('/imt-followup', add)).toMatchObject({ outcome: 'refusal' });
  expect(app.slack.posts.at(-1)?.body.text).toMatch(/try again in \d+ seconds?\.$/);
  expect(await kept.records.ofBoard({ teamId: 'T1', channelId: 'C1' })).toEqual([]);
});
