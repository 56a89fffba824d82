import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordingHash } from '../../src/cli/eval-file.ts';
import { imtLines } from '../support/imt-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'imt-eval-'));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const line = (value: object) => `${JSON.stringify(value)}\n`;

it('prints the figures of a file by style with intervals, and the misses', () => {
  const path = file(
    'small.jsonl',
    line({ q: 'SUVmax', style: 'tele', answerable: true, need: [['guo-2024-case-pet-suv']] }) +
      line({ q: 'how rare is it', style: 'plain', answerable: true, need: [['guo-2024-ihc-keratin']] }) +
      line({ q: 'osteosarcoma', style: 'other-tumour', answerable: false }),
  );
  const { status, lines } = imtLines(['eval', path]);
  expect(status).toBe(0);
  expect(lines[0]).toBe('3 questions');
  expect(lines.find((text) => text.startsWith('tele'))).toContain('1.000 [0.21, 1.00]');
  expect(lines.join('\n')).toMatch(
    /Misses: 1\n {2}plain · [^\n]*how rare is it · expected guo-2024-ihc-keratin/,
  );
});

it('reads a file that names answers in its own wordings by a map of them, and counts what has no claim', () => {
  const wording = 'A made-up wording.';
  const map = file('map.json', JSON.stringify({ [wordingHash(wording)]: ['guo-2024-case-pet-suv'] }));
  const path = file(
    'worded.jsonl',
    line({ q: 'SUVmax', style: 'tele', answerable: true, accept: [wording] }) +
      line({ q: 'SUV', style: 'tele', answerable: true, accept: ['A wording of nothing.'] }),
  );
  const { lines } = imtLines(['eval', path, `wordings=${map}`, '--json']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    leftOut: 1,
    overall: { questions: 1, rank1: { share: 1 } },
  });
});

it('takes a question that its file calls unanswerable as answerable once the map names it', () => {
  const map = file('since.json', JSON.stringify({ [wordingHash('SUVmax')]: ['guo-2024-case-pet-suv'] }));
  const path = file('since.jsonl', line({ q: 'SUVmax', style: 'imt-missing', answerable: false }));
  const { lines } = imtLines(['eval', path, `wordings=${map}`, '--json']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    overall: { rank1: { count: 1, of: 1 }, abstention: { share: 1 } },
  });
});

it('takes what the map names for a question of one part beside what its file accepts', () => {
  const map = file('more.json', JSON.stringify({ [wordingHash('SUVmax')]: ['guo-2024-case-pet-suv'] }));
  const path = file(
    'more.jsonl',
    line({ q: 'SUVmax', style: 'tele', answerable: true, accept: ['guo-2024-rare'] }),
  );
  const { lines } = imtLines(['eval', path, `wordings=${map}`, '--json']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ overall: { rank1: { count: 1, of: 1 } } });
});

it.each([[[]], [['no-such-file.jsonl']], [[file('broken.jsonl', '{"q": 1}\n')]]])(
  'wrong usage %j ends with status 2',
  (words) => {
    expect(imtLines(['eval', ...words]).status).toBe(2);
  },
);
