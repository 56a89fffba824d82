import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { readerApp } from '../support/reader-app.ts';
import { carriedBy } from '../support/shown-answer.ts';
import { invalidBlocks } from '../support/slack-stand-in.ts';
import { soonestAnswer } from '../support/soonest-answer.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const reader = readerApp('/imt-cases', knowledge);
const { typed, answer, opened } = reader;

describe('a board member with a rare case', () => {
  it('asks what the registry holds, and is told how to ask', async () => {
    const { visibility, written } = await typed('');
    expect(visibility).toBe('ephemeral');
    expect(written).toContain('7 single cases and 2 series');
    expect(written).toContain('/imt-cases orbit');
  });

  it('finds the likest cases within a second, what they share, and their course side by side', async () => {
    const { visibility, blocks, written, tookMs } = await soonestAnswer(1000, () =>
      typed('age 26 trachea ALK-negative unresected'),
    );
    expect(tookMs).toBeLessThan(1000);
    expect(visibility).toBe('ephemeral');
    expect(written).toContain('the closest, Lisi 2019, in 2 of 4 parts; 2 not reported');
    const table = blocks.find(({ type }) => type === 'data_table');
    expect(JSON.stringify(table)).toContain('45 Gy/25F');
    expect(JSON.stringify(table)).toContain('PFS ≥ 62 months');
    expect(written).toContain('https://doi.org/10.3389/fonc.2024.1395787');
  });

  it('opens a case, and all statements of series, from the answer', async () => {
    const { written } = await typed('lung ALK-negative');
    await reader.app.press({ action_id: 'imt.case', value: carriedBy('imt.case', written) });
    expect((await opened()).written).toContain('Primary publication');
    const question = carriedBy('imt-cases.series', written);
    await reader.app.press({ action_id: 'imt-cases.series', value: question });
    expect((await opened()).written).toContain('Series and cohorts');
  });

  it('shares the same answer, in which the typed age is a decade', async () => {
    const { written } = await typed('age 27, orbit');
    const value = carriedBy('imt-cases.share', written);
    expect(value).toBe('age 20, orbit');
    await reader.app.press({ action_id: 'imt-cases.share', value });
    const shared = await answer();
    expect(shared.visibility).toBe('in_channel');
    expect(shared.written).toContain('Shared by <@U1>');
    expect(shared.written).not.toContain('imt-cases.share');
    expect(shared.written).toContain('Strianese 2018');
  });

  it('gets the table as plain text when Slack does not render it', async () => {
    reader.app.slack.failNext('response_url', invalidBlocks);
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
    expect(reader.app.logLines.join('\n')).not.toContain('cough');
  });

  it('can write each example as it stands', async () => {
    const { examples = [], name } = commands.find((command) => command.name === '/imt-cases') ?? {};
    for (const { text } of examples)
      expect((await typed(text.slice(`${name} `.length))).blocks).not.toEqual([]);
  });
});
