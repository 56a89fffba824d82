import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOfProject } from '../support/copy-of-project.ts';
import { runApp } from '../support/run-app.ts';

const imt = (...words: string[]) => runApp({}, { nodeArguments: ['src/cli.ts', ...words] }).ended;

it('`imt kb --json` prints the state of the knowledge base as one line of data', async () => {
  const { status, stdout } = await imt('kb', '--json');
  expect(status).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    invalid: [],
    retracted: [],
    version: { hash: expect.stringMatching(/^[0-9a-f]{7}$/) },
  });
  expect(report.unreviewed).toHaveLength(report.counts.claims);
  expect(report.inConflict.length).toBeGreaterThan(5);
});

it('`imt kb` says the same in sentences', async () => {
  const { stdout } = await imt('kb');
  expect(stdout).toMatch(/^Knowledge base \d{4}-\d\d-\d\d \([0-9a-f]{7}\): \d+ publications/);
  expect(stdout).toMatch(/Not reviewed by a clinician: (\d+) of \1/);
});

it.each([[[]], [['no-such-thing']], [['kb', 'stray']]])(
  'wrong usage %j ends with status 2 and says what to write',
  async (words) => {
    const { status, stderr } = await imt(...words);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run -s imt -- kb');
  },
);

it('an invalid knowledge base is listed by `imt kb`, and ends the other subcommands with status 2 and the same list', async () => {
  const folder = copyOfProject();
  appendFileSync(join(folder, 'knowledge/topics.yml'), '\nno-such-key: true\n');
  const inFolder = (...words: string[]) =>
    runApp({}, { folder, nodeArguments: ['src/cli.ts', ...words] }).ended;
  const [kb, dose] = await Promise.all([inFolder('kb'), inFolder('dose', '60/30')]);
  rmSync(folder, { recursive: true });
  expect(kb.stdout).toMatch(/topics\.yml:\d+ .*no-such-key/);
  expect(dose.status).toBe(2);
  expect(dose.stderr).toMatch(/^The knowledge base has one mistake:\n {2}topics\.yml:\d+ .*no-such-key.*\n$/);
}, 60_000);
