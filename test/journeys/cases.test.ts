import type { ModalView } from '@slack/types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { carriedBy, nextAnswer, typedAnswer } from '../support/shown-answer.ts';
import { invalidBlocks } from '../support/slack-stand-in.ts';
import { startTestApp, type TestApp } from '../support/start-test-app.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(commands, knowledge);
});
afterEach(() => {
  expect(app.logLines.filter((line) => line.includes('breaks the rules'))).toEqual([]);
});
afterAll(() => app.stop());

const answer = () => nextAnswer(app);
const typed = (text: string) => typedAnswer(app, '/imt-cases', text);

async function opened(): Promise<string> {
  const call = await app.slack.nextCall('views.open');
  const view: ModalView = JSON.parse(call.args.view ?? '');
  app.slack.calls.length = 0;
  return JSON.stringify(view);
}

describe('a board member with a rare case', () => {
  it('asks what the registry holds, and is told how to ask', async () => {
    const { visibility, written } = await typed('');
    expect(visibility).toBe('ephemeral');
    expect(written).toContain('7 single cases and 2 series');
    expect(written).toContain('/imt-cases orbit');
  });

  it('finds the likest cases within a second, what they share, and their course side by side', async () => {
    const startedAt = performance.now();
    const { visibility, blocks, written, receivedAtMs } = await typed(
      'age 26 trachea ALK-negative unresected',
    );
    expect(receivedAtMs - startedAt).toBeLessThan(1000);
    expect(visibility).toBe('ephemeral');
    expect(written).toContain('the likest, Lisi 2019, in 2 of 4 told; not reported for 2');
    const table = blocks.find(({ type }) => type === 'data_table');
    expect(JSON.stringify(table)).toContain('45 Gy/25F');
    expect(JSON.stringify(table)).toContain('PFS ≥ 62 months');
    expect(written).toContain('https://doi.org/10.3389/fonc.2024.1395787');
  });

  it('opens a case, and all statements of series, from the answer', async () => {
    const { written } = await typed('lung ALK-negative');
    await app.press({ action_id: 'imt.case', value: carriedBy('imt.case', written) });
    expect(await opened()).toContain('Primary publication');
    const question = carriedBy('imt-cases.series', written);
    await app.press({ action_id: 'imt-cases.series', value: question });
    expect(await opened()).toContain('Series and cohorts');
  });

  it('shares the same answer, in which the typed age is a decade', async () => {
    const { written } = await typed('age 27, orbit');
    const value = carriedBy('imt-cases.share', written);
    expect(value).toBe('age 20, orbit');
    await app.press({ action_id: 'imt-cases.share', value });
    const shared = await answer();
    expect(shared.visibility).toBe('in_channel');
    expect(shared.written).toContain('Shared by <@U1>');
    expect(shared.written).not.toContain('imt-cases.share');
    expect(shared.written).toContain('Strianese 2018');
  });

  it('gets the table as plain text when Slack does not render it', async () => {
    app.slack.failNext('response_url', invalidBlocks);
    const { blocks, written } = await typed('skull base');
    expect(blocks.map(({ type }) => type)).not.toContain('data_table');
    for (const label of ['Maire 2013', 'Gabel 2015', 'Lee 2006']) expect(written).toContain(label);
  });

  it('is told what can be asked when they write anything else, of which nothing comes back', async () => {
    const { visibility, blocks, text } = await typed('26 years, cough, trachea');
    expect(visibility).toBe('ephemeral');
    expect(blocks).toEqual([]);
    expect(text).toContain('ALK-positive or ALK-negative');
    expect(text).not.toContain('cough');
    expect(app.logLines.join('\n')).not.toContain('cough');
  });

  it('can write each example as it stands', async () => {
    const { examples = [], name } = commands.find((command) => command.name === '/imt-cases') ?? {};
    for (const { text } of examples)
      expect((await typed(text.slice(`${name} `.length))).blocks).not.toEqual([]);
  });
});
