import { describe, expect, test } from 'vitest';
import type { Claim, KnowledgeBase } from '../../../knowledge/schema.ts';
import { compareTreatments } from '../../../src/evidence/treatments/compare-treatments.ts';
import { parseTreatments } from '../../../src/evidence/treatments/parse-treatments.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { plainBlocks } from '../../../src/slack/block-kit/plain-fallback.ts';
import { validateMessage } from '../../../src/slack/block-kit/validate.ts';
import { comparisonHelp } from '../../../src/views/treatments/comparison-help.ts';
import { treatmentComparison } from '../../../src/views/treatments/treatment-comparison.ts';

const knowledge = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const shown = (text: string, base: KnowledgeBase = knowledge) => {
  const { treatments, settingLeftAside } = parseTreatments(text, base);
  const blocks = treatmentComparison(compareTreatments(treatments, base), settingLeftAside, base);
  return { blocks, written: JSON.stringify(blocks) };
};
/** The base with one statement otherwise. */
const withClaim = (id: string, otherwise: Partial<Claim>): KnowledgeBase => {
  const claim = knowledge.claims.get(id);
  if (!claim) throw new Error(`expected ${id}`);
  return { ...knowledge, claims: new Map(knowledge.claims).set(id, { ...claim, ...otherwise }) };
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
    expect(written).toMatch(/⚖ \d+ \*Statements disagree:\* Does chemotherapy work in IMT\?/);
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
      expect(written).toMatch(new RegExp(`⚖ \\d+ \\*Statements disagree:\\* [^"]*${title}`));
  });

  test.each([...pairs, 'crizotinib vs lorlatinib', all.slice(0, 5).join(' vs ')])(
    'name each disagreement once, number it, and point to it from the table: %s',
    (text) => {
      const { blocks, written } = shown(text);
      const numbers = new Set<string>();
      for (const { title } of knowledge.conflicts) {
        const parts = written.split(JSON.stringify(title).slice(1, -1));
        // A button says it too, to those who hear the page.
        const said = parts.slice(0, -1).filter((before) => !before.endsWith('See both sides: '));
        expect(said.length, title).toBeLessThan(2);
        for (const before of said) numbers.add(/⚖ (\d+)[^⚖]*$/.exec(before)?.[1] ?? 'none');
      }
      const table = JSON.stringify(blocks.find(({ type }) => type === 'data_table'));
      for (const [, named = ''] of table.matchAll(/"see ⚖ ([\d, ]+)/g))
        for (const number of named.split(', ')) expect([...numbers]).toContain(number);
    },
  );

  test('show no disagreement that is about none of them', () => {
    expect(shown('crizotinib vs lorlatinib').written).not.toContain('Was 54 Gy a high dose');
  });

  test('list with the highest response rate the lowest, and say how many findings more there are', () => {
    const list = shown('crizotinib vs chemotherapy').blocks.flatMap((block) =>
      block.type === 'section' && JSON.stringify(block).includes('*Crizotinib*')
        ? [JSON.stringify(block)]
        : [],
    );
    expect(list.join()).toContain('12 of 30 patients (40.0%, exact 95% CI 22.7–59.4)');
    expect(list.join()).toContain('_6 more findings under All findings, none with a response rate_');
    expect(shown('Surgery vs chemotherapy').written).toMatch(/more findings? under All findings/);
  });

  test('show each harm with its warnings, in the list and in the table', () => {
    expect(shown('crizotinib vs chemotherapy').written).toMatch(
      /Severe effects on the gut were rare[^"]*\\n⚠ _Severe means grades 3 and 4\._/,
    );
    const base = withClaim('desai-2025-harms', {
      caveats: [{ text: 'Made-up warning.', auditProblems: [] }],
    });
    const { blocks, written } = shown('entrectinib vs chemotherapy', base);
    expect(written).toMatch(/became anaemic[^"]*\\n⚠ _Made-up warning\._/);
    const table = JSON.stringify(blocks.find(({ type }) => type === 'data_table'));
    expect(table).toContain('31.9% became anaemic. ⚠ Made-up warning.');
  });

  test('leave a retracted harm out, and mark one that was found wrong wherever it stands', () => {
    const retracted = withClaim('desai-2025-harms', { retracted: { on: '2026-11-23', reason: 'made up' } });
    expect(shown('entrectinib vs chemotherapy', retracted).written).not.toContain('anaemic');
    const mark = { standing: 'found wrong', on: '2026-11-23', reasons: ['wrong-figure'] } as const;
    const marked = { ...knowledge, marks: new Map([['desai-2025-harms', mark]]) };
    const { written } = shown('entrectinib vs chemotherapy', marked);
    expect(written.split('became anaemic')).toHaveLength(3);
    expect(written.match(/became anaemic[^"]*?Found wrong by a curator/g)).toHaveLength(2);
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
