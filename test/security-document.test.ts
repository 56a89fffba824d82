import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { sealedColumns } from '../src/store/sealing/sealed-place.ts';

const project = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, project), 'utf8');
const security = read('SECURITY.md');

describe('SECURITY.md', () => {
  const named = [...new Set(security.match(/\btest\/[\w./-]+\.ts\b/g))];

  it('names a test for every threat', () => {
    const [, threats = ''] = /## Threats\n([\s\S]*?)\n\n\*\*/.exec(security) ?? [];
    const rows = threats.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !/`test\/[^`]+\.ts`/.test(row))).toEqual([]);
  });

  test.each(named)('names %s, which exists', (path) => {
    expect(existsSync(new URL(path, project))).toBe(true);
  });

  it('names every sealed column, beside its table', () => {
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const [table, { columns }] of Object.entries(sealedColumns)) {
      const row = security.split('\n').find((line) => line.startsWith(`| \`${snake(table)}\``)) ?? '';
      for (const column of columns) expect(row.split('|')[2]).toContain(`\`${snake(column)}\``);
    }
  });
});

test.each(['SECURITY.md', 'README.md', 'docs/security/data-flow.md'])(
  'every link of %s inside the project leads somewhere',
  (path) => {
    const from = new URL(path, project);
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([\w-]+))?\)/g)];
    const broken = links.filter(([, file, heading]) => {
      const target = file ? new URL(file, from) : from;
      if (!existsSync(target)) return true;
      if (!heading) return false;
      const headings = readFileSync(target, 'utf8').match(/^#+ .+$/gm) ?? [];
      return !headings.some(
        (line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-') === heading,
      );
    });
    expect(links.length).toBeGreaterThan(path.startsWith('docs') ? -1 : 3);
    expect(broken.map(([link]) => link)).toEqual([]);
  },
);
