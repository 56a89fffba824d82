import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageBlock } from '../../../src/command.ts';
import { plainBlocks, plainText } from '../../../src/slack/block-kit/plain-fallback.ts';
import { validateMessage, validateView } from '../../../src/slack/block-kit/validate.ts';
import {
  actions,
  bar,
  button,
  dataTable,
  everyMessageBlock,
  mrkdwn,
  plain,
  raw,
  section,
} from './payloads.ts';

/** Without spaces, invisible characters and escapes: what a reader sees, in one line. */
const seen = (text: string) =>
  text
    .replace(/[\s\u200b]+/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const textsOf = (blocks: readonly MessageBlock[]) =>
  blocks
    .flatMap((block) => strings(block))
    .map(seen)
    .join('');

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const longWords = fc.array(words, { minLength: 1, maxLength: 200 }).map((parts) => parts.join(' '));
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 12 }),
  );

/** A block and every text that it shows. */
const written: fc.Arbitrary<{ block: object; texts: string[] }> = fc.oneof(
  longWords.map((text) => ({ block: section(text, plain(text)), texts: [text] })),
  longWords.map((text) => ({ block: section(text, mrkdwn(text)), texts: [text] })),
  words.map((text) => ({ block: { type: 'header', text: plain(text) }, texts: [text] })),
  fc.array(words, { minLength: 1, maxLength: 12 }).map((texts) => ({
    block: { type: 'context', elements: texts.map(plain) },
    texts,
  })),
  fc.array(words, { minLength: 1, maxLength: 12 }).map((texts) => ({
    block: { type: 'section', fields: texts.map(mrkdwn) },
    texts,
  })),
  rows.map((cells) => ({
    block: dataTable(
      cells.map((row) => row.map(raw)),
      { caption: 'Caption' },
    ),
    texts: ['Caption', ...cells.flat()],
  })),
  words.map((text) => ({ block: { type: 'markdown', text }, texts: [text] })),
  words.map((text) => ({
    block: { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }] },
    texts: [text],
  })),
  words.map((text) => ({
    block: { type: 'newer_block', headline: { text, more: [{ title: text }] } },
    texts: [text],
  })),
  words.map((text) => ({
    block: { type: 'card', title: mrkdwn(text), actions: [button('a', { text: plain('Go') })] },
    texts: [text, 'Go'],
  })),
  words.map((text) => ({
    block: { type: 'section', text: mrkdwn(text), accessory: button('a', { text: plain('Both sides') }) },
    texts: [text, 'Both sides'],
  })),
  fc.integer({ min: 1, max: 30 }).map((count) => {
    const labels = Array.from({ length: count }, (_, index) => `Button ${index}`);
    return {
      block: actions(...labels.map((label, index) => button(`b${index}`, { text: plain(label) }))),
      texts: labels,
    };
  }),
);

describe('the plain form of a message', () => {
  it('loses no text, whatever the blocks and however many', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 70 }), (many) => {
        const shown = textsOf(plainBlocks(many.map(({ block }) => block)));
        for (const text of many.flatMap(({ texts }) => texts)) expect(shown).toContain(seen(text));
      }),
      { numRuns: 60 },
    );
  });

  it('is right by the rules, but for the length of all the text', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 70 }), (many) => {
        const blocks = plainBlocks(many.map(({ block }) => block));
        const problems = validateMessage({ text: 'IMT', blocks });
        expect(problems.filter(({ expected }) => !expected.includes('characters in all blocks'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(everyMessageBlock)('of $name is right', ({ block }) => {
    expect(validateMessage({ text: 'IMT', blocks: plainBlocks([block]) })).toEqual([]);
  });

  it('has sections and controls alone', () => {
    const blocks = plainBlocks(everyMessageBlock.map(({ block }) => block));
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(['section', 'actions', 'input']));
  });

  it('throws on no JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (blocks) => {
        expect(Array.isArray(plainBlocks(blocks))).toBe(true);
        expect(typeof plainText(blocks)).toBe('string');
      }),
    );
  });

  it('sets a table in aligned columns under its caption', () => {
    const table = dataTable([
      [raw('Schedule'), raw('Gy')],
      [raw('54/27'), raw('54')],
      [raw('Lee 2006'), raw('20 <doubtful>')],
    ]);
    expect(plainBlocks([table])).toEqual([
      section('*Schedules*'),
      section('```\nSchedule | Gy\n54/27    | 54\nLee 2006 | 20 &lt;doubtful&gt;\n```'),
    ]);
  });

  it('closes and opens the monospaced face again when a table needs two sections', () => {
    const table = dataTable(
      Array.from({ length: 80 }, (_, index) => [raw(`row ${index}`), raw('x'.repeat(60))]),
    );
    const texts = plainBlocks([table])
      .slice(1)
      .map((block) => strings(block).at(-1) ?? '');
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/^```\n[^`]*\n```$/);
  });

  it('gives a chart as its points', () => {
    const text = plainText([bar(['3', '10'])]);
    expect(text).toContain('EQD2 by α/β');
    expect(text).toContain('54 Gy | 3  | 54');
    expect(text).toContain('α/β (Gy)');
  });

  it('keeps the button beside a section as a row of its own', () => {
    const beside = button('imt.conflict', { value: 'c1' });
    expect(plainBlocks([{ ...section('a'), accessory: beside }])).toEqual([section('a'), actions(beside)]);
  });

  it('turns controls that Slack would refuse into their labels', () => {
    const broken = actions(button('a', { text: plain('Share'), value: 'x'.repeat(2001) }));
    expect(plainBlocks([broken])).toEqual([section('Share')]);
  });

  it('keeps the questions of a dialog', () => {
    const input = {
      type: 'input',
      label: plain('Code'),
      element: { type: 'plain_text_input', action_id: 'c' },
    };
    const view = {
      type: 'modal',
      title: plain('Done'),
      submit: plain('Send'),
      blocks: plainBlocks([input, bar()]),
    };
    expect(validateView(view)).toEqual([]);
    expect(view.blocks[0]).toEqual(input);
  });

  it('cuts a long text between words, never inside a link or an escaped character', () => {
    const link = '<https://a.example/b|a paper with a long name>';
    const texts = plainBlocks([section('', mrkdwn(`${link} &amp; `.repeat(200)))]).map(
      (block) => strings(block).at(-1) ?? '',
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(3000);
      expect(text.match(/</g)?.length).toBe(text.match(/>/g)?.length);
      expect(text).not.toMatch(/&(?!amp;)/);
    }
  });

  it('as one string has the whole text and no controls', () => {
    expect(plainText([section('first'), actions(button('a')), section('second')])).toBe('first\nsecond');
  });
});
