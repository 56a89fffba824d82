import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { processorMs } from '../../src/processor-ms.ts';
import { readerApp } from '../support/reader-app.ts';
import { carriedBy } from '../support/shown-answer.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const reader = readerApp('/imt-dose', knowledge);
const { typed, answer, opened } = reader;

/** The answer and, after it, its picture. */
async function compared(text: string) {
  const words = await typed(text);
  const picture = await answer();
  expect(picture.blocks[0]).toMatchObject({ type: 'image' });
  return { ...words, picture };
}

describe('a radiation oncologist', () => {
  it('compares typed and published schedules, with the doubt about each beside it', async () => {
    const { visibility, written } = await compared('54/27 vs lee 2006 vs strianese 2018');
    expect(visibility).toBe('ephemeral');
    expect(written).toContain('*54 Gy in 27 × 2 Gy*');
    expect(written).toContain('20 Gy, fractions not printed');
    expect(written).toContain('2000cGy/1F');
    expect(written).toContain('LQ-L');
    expect(written).toContain('Arithmetic for professionals, not a prescription.');
  });

  it('never sees the Gabel dose as a dose to compare with', async () => {
    const { written, blocks } = await typed('54 Gy/27F vs gabel 2015');
    const table = JSON.stringify(blocks.find(({ type }) => type === 'data_table'));
    const row = table.split('"text":"Gabel').at(1)?.split('],[').at(0) ?? '';
    expect(row).toContain('–');
    expect(row).not.toMatch(/\b(20|24)\b/);
    expect(written).toContain('Gabel 2015');
    expect(written).toContain('high dose');
    await answer();
  });

  it('opens the working: the formula with the numbers put in, and where it comes from', async () => {
    const { written } = await compared('60 Gy/30F vs 55 Gy/20F ab=10,3');
    await reader.app.press({ action_id: 'dose.working', value: carriedBy('dose.working', written) });
    const { written: working } = await opened();
    expect(working).toContain('58.4');
    expect(working).toContain('Fowler');
    for (const reference of ['QUANTEC', 'HyTEC', 'AAPM TG-101']) expect(working).toContain(`|${reference}`);
    expect(working).not.toMatch(/\b(un)?safe\b|passes|exceeds/i);
  });

  it('shares the comparison under their own name', async () => {
    const { written } = await compared('60 Gy/30F vs 55 Gy/20F');
    await reader.app.press({ action_id: 'dose.share', value: carriedBy('dose.share', written) });
    const shared = await answer();
    expect(shared.visibility).toBe('in_channel');
    expect(shared.written).toContain('<@U1>');
    expect((await answer()).visibility).toBe('in_channel');
  });

  it.each([
    ['54 Gy/27F at 3 Gy', '27 × 3 Gy'],
    ['≥60 Gy/30F', 'Write one dose'],
    ['50-54 Gy/27F', 'range'],
    ['BP 120/80', '60 Gy/30F'],
    [' vs ', '54 Gy/27F vs 20 Gy/10F'],
    ['54 Gy/0F', 'fraction'],
    ['54 Gy/27F ab=0', 'α/β'],
    ['54 Gy/27F vs nobody 1999', 'nobody 1999'],
    ['5400 Gy/27F', 'cGy'],
  ])('is told what is wrong and what to write: %s', async (text, said) => {
    const { visibility, text: sentence, blocks } = await typed(text);
    expect(visibility).toBe('ephemeral');
    expect(blocks).toEqual([]);
    expect(sentence).toContain(said);
  });

  it('is refused 10,000 characters and 1,000 schedules in a sentence', async () => {
    for (const text of ['5'.repeat(10_000), Array(1000).fill('54 Gy/27F').join(' vs ')]) {
      const usedMs = processorMs();
      const { text: sentence } = await typed(text);
      expect(processorMs() - usedMs).toBeLessThan(500);
      expect(sentence.length).toBeLessThan(400);
    }
  });
});
