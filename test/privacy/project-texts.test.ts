import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';
import { guardText } from '../../src/privacy/guard-text.ts';

const root = new URL('../../', import.meta.url);

/** Fields for the machine: nobody types them. Nor does anybody type the title of a source, which is cited as printed. */
const machineFields = /^(?:.*(?:On|By)|on|content|url)$/;

function textsIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return machineFields.test(field) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, field));
  if (value && typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => field !== 'source' || name !== 'title')
      .flatMap(([name, entry]) => textsIn(entry, name));
  return [];
}

function sharedRows(path: string): Record<string, unknown>[] | null {
  const file = new URL(`../shared/${path}`, root);
  if (!existsSync(file)) {
    process.stdout.write(`skipped: ${path} is not beside the repository\n`);
    return null;
  }
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const alarms = (texts: readonly string[]) => texts.filter((text) => guardText(text).verdict !== 'pass');

describe('no false alarm', () => {
  const files = readdirSync(new URL('knowledge/', root), { recursive: true, encoding: 'utf8' });

  it.each(files.filter((file) => file.endsWith('.yml')))('in knowledge/%s', (file) => {
    const texts = textsIn(parse(readFileSync(new URL(`knowledge/${file}`, root), 'utf8')));
    expect(texts.length).toBeGreaterThan(5);
    expect(alarms(texts)).toEqual([]);
  });

  const pages = [
    ...readdirSync(root).filter((file) => file.endsWith('.md')),
    ...readdirSync(new URL('docs/decisions/', root)).map((file) => `docs/decisions/${file}`),
  ];
  it.each(pages)('in %s, but for its web addresses and days', (file) => {
    const lines = readFileSync(new URL(file, root), 'utf8').split('\n');
    const found = lines.flatMap((line) => guardText(line).findings.map(({ type }) => ({ type, line })));
    expect(found.filter(({ type }) => type !== 'url' && type !== 'date')).toEqual([]);
  });

  it.each(commands)('in what $name shows of itself', ({ description, usageHint, examples, freeText }) => {
    const typed = examples.map(({ text }) => text.replace(/^\/\S+ ?/, ''));
    const own = [description, usageHint, ...examples.map(({ does }) => does)];
    expect(alarms([...own, ...typed.map((text) => freeText?.(text) ?? text)])).toEqual([]);
  });

  it('in how clinicians write doses, but for days, months, numbers and links beside them', () => {
    const file = new URL('test/dose/clinicians-notation.yml', root);
    const { readings, refusals } = parse(readFileSync(file, 'utf8')) as Record<string, { input: string }[]>;
    const types = [...(readings ?? []), ...(refusals ?? [])].flatMap(({ input }) =>
      guardText(input).findings.map(({ type }) => ({ type, input })),
    );
    const right = /\d[-/.]\d{1,2}[-/.]\d{2}|\d\/20\d{2}|May 20\d{2}|MRN|https?:|(?:seen on|surgery) \d/;
    expect(types.filter(({ input }) => !right.test(input))).toEqual([]);
  });

  const questions = sharedRows('questions/questions.jsonl');
  it.skipIf(!questions)('in the shared questions, of which one does name a patient', () => {
    const texts = (questions ?? []).map(({ q }) => String(q));
    expect(texts.length).toBeGreaterThanOrEqual(550);
    expect(alarms(texts)).toEqual(['does Mr Jones need adjuvant radiation']);
  });

  const vectors = sharedRows('dose/vectors.jsonl');
  it.skipIf(!vectors)('in the shared dose vectors', () => {
    const texts = (vectors ?? []).flatMap(({ name, input }) => textsIn([name, input]));
    expect(vectors?.length).toBeGreaterThanOrEqual(183);
    expect(alarms(texts)).toEqual([]);
  });
});
