import { describe, expect, test } from 'vitest';
import { compareTreatments } from '../../../src/evidence/treatments/compare-treatments.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { plainBlocks } from '../../../src/slack/block-kit/plain-fallback.ts';
import { validateMessage } from '../../../src/slack/block-kit/validate.ts';
import { comparisonHelp } from '../../../src/views/treatments/comparison-help.ts';
import { treatmentComparison } from '../../../src/views/treatments/treatment-comparison.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const shown = (text: string) => {
  const { treatments, settingLeftAside } = parseTreatments(text, knowledge);
  const blocks = treatmentComparison(compareTreatments(treatments, knowledge), settingLeftAside, knowledge);
  return { blocks, written: JSON.stringify(blocks) };
};
/** Without the statements and titles of the base, which may tell of others' preferences. */
const ownWords = (written: string) =>
  [
    ...[...knowledge.claims.values()].map(({ statement }) => statement),
    ...knowledge.conflicts.map(({ title }) => title),
  ].reduce((rest, text) => rest.replaceAll(JSON.stringify(text).slice(1, -1), ''), written);
const all = knowledge.topics.filter(({ isTreatment }) => isTreatment).map(({ title }) => title);
const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one} vs ${other}`));

describe('treatments side by side', () => {
  test.each([
    ...pairs,
    all.slice(0, 5).join(' vs '),
    all.slice(1).join(', '),
    'crizotinib vs ceritinib vs alectinib vs entrectinib vs larotrectinib',
    'pembrolizumab vs VMAT',
  ])('keep Slack’s rules, also when shared: %s', (text) => {
    const { blocks, written } = shown(text);
    expect(validateMessage({ text: 'Treatments side by side', blocks })).toEqual([]);
    expect(validateMessage({ text: 'In plain blocks', blocks: plainBlocks(blocks) })).toEqual([]);
    expect(written).toContain('no ranking and no advice');
    expect(ownWords(written)).not.toMatch(/\b(better|best|superior|recommend|prefer)/i);
  });

  test('show figures with n and an exact interval, or as printed', () => {
    const { written } = shown('crizotinib vs chemotherapy');
    expect(written).toContain('10 of 21 patients (47.6%, exact 95% CI 25.7–70.2)');
    expect(written).toContain('66.7% (95% CI 34.9–90.1), n = 12, as printed');
    expect(written).toContain('⚖ *Statements disagree:* Does chemotherapy work in IMT?');
    expect(written).toContain('other tumour');
  });

  test('leave no cell empty and none that could be read as zero', () => {
    for (const text of pairs) {
      const table = shown(text).blocks.find(({ type }) => type === 'data_table');
      const { rows } = table as unknown as { rows: { text: string }[][] };
      for (const row of rows.slice(1))
        for (const cell of row) expect(cell.text).toMatch(/[\p{L}\p{N}]{2}|^\d/u);
      expect(JSON.stringify(rows)).toContain('not reported');
    }
  });

  test('say of a treatment that the base holds nothing on it', () => {
    const { written } = shown('pembrolizumab vs chemotherapy');
    expect(written).toContain('*Pembrolizumab* · this knowledge base holds no finding on it.');
    expect(written).toContain('/imt immunotherapy');
    expect(written).toContain('nothing in this knowledge base');
  });

  test('name a disagreement of each treatment before a second of any', () => {
    const { written } = shown('cisplatin vs crizotinib vs surgery');
    for (const title of ['47 months', 'Response in CREATE', 'How often does IMT come back'])
      expect(written).toMatch(new RegExp(`⚖ \\*Statements disagree:\\* [^"]*${title}`));
  });

  test('say that a setting was left aside', () => {
    expect(shown('crizotinib vs RT for unresectable IMT').written).toContain('was left aside');
  });
});

test('the help of comparisons names what is held, and keeps Slack’s rules', () => {
  const blocks = comparisonHelp(knowledge);
  expect(validateMessage({ text: 'Compare treatments', blocks })).toEqual([]);
  for (const title of all) expect(JSON.stringify(blocks)).toContain(title);
  expect(JSON.stringify(blocks)).not.toContain('pembrolizumab');
});
