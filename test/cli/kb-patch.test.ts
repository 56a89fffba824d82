import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyCuration } from '../../src/evidence/curation/apply-curation.ts';
import { notCarriedOver } from '../../src/evidence/curation/carried-over.ts';
import { findReviewedEntry } from '../../src/evidence/curation/reviewed-entry.ts';
import { buildKnowledge } from '../../src/knowledge/build-knowledge.ts';
import { readFiles } from '../../src/knowledge/read-files.ts';
import { decideFlag, flagClaim } from '../../src/store/curation/claim-flags.ts';
import { approveEntry } from '../../src/store/curation/claim-reviews.ts';
import { readCuration } from '../../src/store/curation/read-curation.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { copyOfProject } from '../support/copy-of-project.ts';
import { testKeyRing, testKeys } from '../support/key-ring.ts';

const ids = ['guo-2024-row-lee-2006', 'guo-2024-case-patient', 'guo-2024-case-trachea'] as const;
const [lee, patient, trachea] = ids;
const atMs = Date.parse('2026-11-23T09:00:00Z');
const curator = { teamId: 'T1', userId: 'U7' };

let folder: string;
let store: Store;
let databaseUrl: string;
const load = () => buildKnowledge(readFiles(pathToFileURL(`${join(folder, 'knowledge')}/`)));
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'core.autocrlf=false', ...words], { cwd: folder, encoding: 'utf8' });
const patch = (...words: string[]) =>
  execFileSync(process.execPath, ['src/cli.ts', 'kb', 'patch', ...words], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ENCRYPTION_KEYS: testKeys, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const linesOf = (path: string) => readFileSync(join(folder, path), 'utf8').split('\n');

beforeEach(async () => {
  folder = copyOfProject();
  databaseUrl = `sqlite:${join(folder, 'board.db')}`;
  store = await openStore(databaseUrl, testKeyRing);
  git('init', '-q');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function flag(id: string, claimId: string, outcome?: 'upheld' | 'rejected'): Promise<void> {
  const contentHash = load().claims.get(claimId)?.contentHash ?? '';
  await store.transaction((tx) =>
    flagClaim(tx, {
      ...{ id, teamId: 'T1', userId: 'U1', claimId, contentHash, atMs },
      ...{ reason: 'wrong-figure', note: 'said in private' },
    }),
  );
  const decision = { note: 'noted in private', atMs: atMs + 86_400_000 };
  if (outcome) await store.transaction((tx) => decideFlag(tx, curator, id, { outcome, ...decision }));
}

async function approve(entryId: string, by = 'Dr "Ada" Byrne'): Promise<void> {
  const contentHash = findReviewedEntry(entryId, load())?.contentHash ?? '';
  const approval = { entryId, contentHash, by };
  await store.transaction((tx) => approveEntry(tx, curator, approval, { id: `r-${entryId}`, atMs }));
}

describe('imt kb patch', { timeout: 60_000 }, () => {
  test('is applied by git, moves no other line, and after it nothing is left to carry over', async () => {
    await approve(patient);
    await flag('f1', lee, 'upheld');
    await flag('f2', lee, 'rejected');
    await flag('f3', trachea, 'rejected');
    await flag('f4', patient);
    const before = linesOf('knowledge/sources/guo-2024.yml');
    const printed = patch();
    expect(printed).not.toMatch(/private|U1|U7/);
    writeFileSync(join(folder, 'curators.patch'), printed);
    git('apply', '--check', 'curators.patch');
    git('apply', 'curators.patch');
    const after = linesOf('knowledge/sources/guo-2024.yml');
    const removed = before.filter((line) => !after.includes(line));
    expect(removed.length).toBeLessThanOrEqual(1);
    expect(after.length - before.length).toBe(5);

    const knowledge = load();
    expect(knowledge.claims.get(patient)?.review).toMatchObject({
      ...{ status: 'reviewed', by: 'Dr "Ada" Byrne', on: '2026-11-23' },
    });
    const decided = { on: '2026-11-23', reason: 'wrong-figure', decidedOn: '2026-11-24' };
    expect(knowledge.claims.get(lee)?.flags).toMatchObject([
      { ...decided, outcome: 'upheld' },
      { ...decided, outcome: 'rejected' },
    ]);
    const curation = await readCuration(store.db);
    expect(notCarriedOver(knowledge, curation)).toEqual({ decided: [], approvals: [] });
    expect(patch()).toContain('Nothing to carry over');
    // The file alone marks it, as where another store is.
    const alone = applyCuration(knowledge, { open: [], decided: [], approvals: [] });
    expect([...(alone.marks ?? [])]).toEqual([
      [lee, { standing: 'found wrong', on: '2026-11-24', reasons: ['wrong-figure'] }],
    ]);
  });

  test('carries the approval of a published case and of a template into their files', async () => {
    await approve('guo-2024-case-lisi-2019');
    await approve('sts-low-grade');
    writeFileSync(join(folder, 'curators.patch'), patch());
    git('apply', 'curators.patch');
    const { cases, surveillance } = load();
    expect(cases.get('guo-2024-case-lisi-2019')?.review).toMatchObject({
      status: 'reviewed',
      on: '2026-11-23',
    });
    expect(surveillance.find(({ id }) => id === 'sts-low-grade')?.review.status).toBe('reviewed');
    expect(patch()).toContain('Nothing to carry over');
  });

  test('writes the same files with --write, and again one below the other', async () => {
    await flag('f1', lee, 'upheld');
    writeFileSync(join(folder, 'one.patch'), patch());
    expect(JSON.parse(patch('--json'))).toEqual({
      ...{ files: ['sources/guo-2024.yml'], approvals: 0, flags: 1, written: false },
    });
    expect(patch('--write')).toContain('Written: knowledge/sources/guo-2024.yml');
    const written = linesOf('knowledge/sources/guo-2024.yml');
    git('apply', '-R', 'one.patch');
    git('apply', 'one.patch');
    expect(linesOf('knowledge/sources/guo-2024.yml')).toEqual(written);
    await flag('f2', lee, 'rejected');
    patch('--write');
    expect(
      load()
        .claims.get(lee)
        ?.flags.map(({ outcome }) => outcome),
    ).toEqual(['upheld', 'rejected']);
  });

  test('leaves out an approval of what was changed since', async () => {
    await approve(lee);
    const path = join(folder, 'knowledge/sources/guo-2024.yml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace('Lee 2006, skull base, 8 patients', 'Lee 2006, base of skull, 8 patients'),
    );
    expect(patch()).toContain('Nothing to carry over');
  });
});
