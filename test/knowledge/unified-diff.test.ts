import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/knowledge/unified-diff.ts';

const line = fc.constantFrom('a', 'b', 'c: 1', '- d', '', 'ü');
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, lineBreak, ended]) => lines.join(lineBreak) + (ended ? lineBreak : ''))
  .filter((one) => one !== '');

test('git makes one text into the other by it, whatever they are', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  const path = join(folder, 'x.yml');
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after);
      writeFileSync(path, before);
      const options = { cwd: folder, input: unifiedDiff('x.yml', before, after) };
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], options);
      expect(readFileSync(path, 'utf8')).toBe(after);
    }),
    { numRuns: 60 },
  );
  rmSync(folder, { recursive: true });
});

test('two changes far apart are two hunks, near ones are one, and none is nothing', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at}\n`);
  const changed = (...places: number[]) => lines.map((one, at) => (places.includes(at) ? 'x\n' : one));
  const hunks = (...places: number[]) =>
    unifiedDiff('x', lines.join(''), changed(...places).join('')).match(/^@@/gm)?.length ?? 0;
  expect([hunks(3, 20), hunks(3, 8), hunks()]).toEqual([2, 1, 0]);
});
