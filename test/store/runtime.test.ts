import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const source = new URL('../../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, source), 'utf8') }));

it('runs on the very Node that is pinned, since node:sqlite is new there', () => {
  expect(process.versions.node).toBe(packageJson.dependencies.node);
});

it('imports node:sqlite for its store, its lock and its backup alone', () => {
  const importing = files
    .filter(({ text }) => /from 'node:sqlite'/.test(text))
    .map(({ path }) => path)
    .sort();
  expect(importing).toEqual([
    'store/app-lock.ts',
    'store/backup/open-snapshot.ts',
    'store/sqlite-dialect.ts',
  ]);
});

it('writes SQL by hand within the store alone, where the contract runs it on both databases', () => {
  const writing = files
    .filter(({ text }) => /import \{[^}]*\bsql\b[^}]*\} from 'kysely'/.test(text))
    .map(({ path }) => path);
  expect(writing.length).toBeGreaterThan(0);
  // This one asks whether the database answers, by the number 1.
  const elsewhere = writing.filter((path) => !path.startsWith('store/') && path !== 'app-readiness.ts');
  expect(elsewhere).toEqual([]);
});
