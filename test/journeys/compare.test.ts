import { describe, expect, it } from 'vitest';
import { createChartDrawer } from '../../src/charts/create-chart-drawer.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { readerApp } from '../support/reader-app.ts';
import { carriedBy } from '../support/shown-answer.ts';
import { invalidBlocks } from '../support/slack-stand-in.ts';
import { soonestAnswer } from '../support/soonest-answer.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const question = 'compare crizotinib vs chemotherapy vs radiotherapy for unresectable IMT';
const reader = readerApp('/imt', knowledge, () => ({ drawPicture: createChartDrawer().draw }));
const { typed, answer, opened } = reader;

/** The answer and, after it, its picture. */
const withPicture = async () => ({ ...(await typed(question)), picture: await answer() });

describe('a board member who weighs treatments', () => {
  it('reads them side by side within a second: rates with intervals, harms, disagreements, no ranking', async () => {
    const { visibility, blocks, written, tookMs, picture } = await soonestAnswer(1000, withPicture);
    expect(tookMs).toBeLessThan(1000);
    expect(visibility).toBe('ephemeral');
    expect(written).toContain('no ranking and no advice');
    expect(written).toContain('10 of 21 patients (47.6%, exact 95% CI 25.7–70.2)');
    expect(written).toContain('had severe adverse events');
    expect(written).toContain('Does chemotherapy work in IMT?');
    const table = JSON.stringify(blocks.find(({ type }) => type === 'data_table'));
    for (const said of ['Crizotinib', 'Chemotherapy', 'Radiotherapy', 'not reported', 'same tumour'])
      expect(table).toContain(said);
    expect(picture.blocks[0]).toMatchObject({ type: 'image' });
    expect(picture.written).toContain('adults responded to crizotinib, OncLive 2022: 5 of 7, 71.4%');
    const png = reader.app.slack.uploads.at(-1)?.bytes ?? new Uint8Array();
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('opens all findings of one treatment, and both sides of a disagreement', async () => {
    const { written } = await typed(question);
    await answer();
    await reader.app.press({ action_id: 'imt.option.2', value: carriedBy('imt.option.2', written) });
    expect((await opened()).written).toContain('Radiotherapy is said to be usually ineffective in IMT.');
    await reader.app.press({ action_id: 'imt.conflict', value: carriedBy('imt.conflict', written) });
    expect((await opened()).written).toContain('Likely reason');
  });

  it('shares the comparison and its picture under their own name', async () => {
    const { written } = await typed('compare chemo, ceritinib');
    await answer();
    const value = carriedBy('imt.share-comparison', written);
    expect(value).toBe('Chemotherapy vs ceritinib');
    await reader.app.press({ action_id: 'imt.share-comparison', value });
    const shared = await answer();
    expect(shared.visibility).toBe('in_channel');
    expect(shared.written).toContain('Shared by <@U1>');
    expect((await answer()).visibility).toBe('in_channel');
  });

  it('gets the table as plain text when Slack does not render it', async () => {
    reader.app.slack.failNext('response_url', invalidBlocks);
    const { blocks, written } = await typed('compare surgery vs pembrolizumab');
    expect(blocks.map(({ type }) => type)).not.toContain('data_table');
    expect(written).toContain('this knowledge base holds no finding on it');
  });

  it('is told how to compare', async () => {
    for (const text of ['compare', 'COMPARE help'])
      expect((await typed(text)).written).toContain(
        '/imt compare crizotinib vs chemotherapy vs radiotherapy',
      );
  });

  it.each([
    'compare crizotinib',
    'compare crizotinb vs RT',
    'compare orbit vs lung',
    'compare orbit tumours vs cough',
  ])('is told what is wrong and what to write: %s', async (text) => {
    const reply = await typed(text);
    expect(reply.visibility).toBe('ephemeral');
    expect(reply.blocks).toEqual([]);
    expect(reply.text).toContain('/imt compare crizotinib vs chemotherapy vs radiotherapy');
    expect(reply.text).not.toMatch(/cough/);
  });
});
