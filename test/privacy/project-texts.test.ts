import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { guardText } from '../../src/privacy/guard-text.ts';

const root = new URL('../../', import.meta.url);

/** Fields for the machine: nobody types them. Nor does anybody type the title of a source, which is cited as printed. */
const machineFields = /^(?:.*(?:On|By)|url)$/;

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
