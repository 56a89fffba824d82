import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp, startArguments } from './support/run-app.ts';

/** Tells on standard error which file the app's parts come from. */
const list = `
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      if (/\\/start-app[^/]*$/.test(url)) process.stderr.write('loaded ' + url.split('/').at(-2) + '\\n');
      return next(url, context);
    },
  });`;
const listing = ['--import', `data:text/javascript,${encodeURIComponent(list)}`];
const project = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'imt-build-'));

const build = () =>
  execFileSync(process.execPath, ['deploy/build.ts'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

/** Started as `npm start` does, until its page was read. */
async function startedFrom() {
  const app = runApp({ PORT: '0' }, { folder, nodeArguments: [...listing, ...startArguments] });
  const [, port] = await app.printed(/open http:\/\/localhost:(\d+)/);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(await page.text()).toContain('IMT Board');
  app.signal('SIGTERM');
  const { status, stderr } = await app.ended;
  expect(status, stderr).toBe(0);
  return /loaded (\w+)/.exec(stderr)?.[1];
}

beforeAll(() => {
  for (const name of [
    'src',
    'commands',
    'knowledge',
    'deploy',
    'package.json',
    'package-lock.json',
    'manifest.yml',
  ])
    cpSync(join(project, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the app that `npm start` starts', () => {
  it('is the built one, and without a build its sources', async () => {
    expect(await startedFrom()).toBe('src');
    expect(build()).toMatch(/^built \d+ files/);
    expect(await startedFrom()).toBe('dist');
  }, 60_000);

  it('is what stands in the sources, as soon as one of them was changed since', async () => {
    const source = join(folder, 'src/views/words.ts');
    appendFileSync(source, '\n// changed\n');
    expect(await startedFrom()).toBe('src');
    build();
    expect(await startedFrom()).toBe('dist');
    rmSync(source);
    cpSync(join(project, 'src/views/words.ts'), source);
    expect(await startedFrom()).toBe('src');
  }, 60_000);

  it('is its sources where packages were changed, or the record of the build was cut off', async () => {
    build();
    appendFileSync(join(folder, 'package-lock.json'), '\n');
    expect(await startedFrom()).toBe('src');
    build();
    expect(await startedFrom()).toBe('dist');
    writeFileSync(join(folder, 'dist/built.json'), '{"entry":"start-a');
    expect(await startedFrom()).toBe('src');
  }, 60_000);

  it('reads a file of the knowledge base that was changed since it was built', async () => {
    build();
    const file = join(folder, 'knowledge/topics.yml');
    appendFileSync(file, '\nsurprise: true\n');
    const app = runApp({ PORT: '0' }, { folder, nodeArguments: [...listing, ...startArguments] });
    const { status, stderr } = await app.ended;
    expect(stderr).toContain('loaded dist');
    expect(stderr).toContain('topics.yml');
    expect(status).toBe(2);
    cpSync(join(project, 'knowledge/topics.yml'), file);
    expect(await startedFrom()).toBe('dist');
  }, 60_000);
});
