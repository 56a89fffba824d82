/**
 * Builds the app into few files in `dist`, which start in half the time: `npm run build`, and at the end of each
 * `npm ci`, where it is only said when the builder is not at hand (`--omit=dev`): the app then starts from its sources.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildRecord, buildFolder, markOf, recordName } from '../src/fresh-build.ts';
import { projectFolder } from '../src/project-folder.ts';
import { parseAhead } from './parse-ahead.ts';
import { startOnce } from './start-once.ts';

/** Native, optional, or with files of their own beside them: what is built imports these from `node_modules`. */
const leftAsPackages = [
  'emulate',
  'react',
  'react-dom',
  'slack-blocks-to-jsx',
  '@resvg/resvg-js',
  'pg-native',
  'iconv-lite',
];
const largePackages =
  /\/node_modules\/(?:undici|@slack|express|mime-db|kysely|semver|rate-limiter-flexible|qs)\//;
/** Names the version of each package; a folder without what only builds has the same one. */
const versions = 'package-lock.json';

/** Builds a project's `src/start-app.ts`, and gives the names of what was written. */
async function build(project: URL): Promise<string[]> {
  const { rolldown } = await import('rolldown');
  const startedAtMs = Date.now();
  const bundle = await rolldown({
    input: { 'start-app': fileURLToPath(new URL('src/start-app.ts', project)) },
    cwd: fileURLToPath(project),
    platform: 'node',
    plugins: [parseAhead(new URL('knowledge/', project))],
    external: leftAsPackages.map((name) => new RegExp(`^${name}(/|$)`)),
  });
  const folder = buildFolder(project);
  mkdirSync(folder, { recursive: true });
  const { output } = await bundle.write({
    dir: fileURLToPath(folder),
    format: 'esm',
    // Named by content: what is built again does not change under an app that runs.
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    // What is held in memory of a file takes two bytes a sign where it has one sign beyond Latin 1, as ours have.
    codeSplitting: { groups: [{ name: 'packages', test: largePackages }] },
    comments: { legal: true, annotation: false, jsdoc: false },
    sourcemap: true,
  });
  const sources = (await bundle.watchFiles).filter((path) => !path.includes('/node_modules/'));
  await bundle.close();
  const changed = sources.find((path) => statSync(path).mtimeMs >= startedAtMs);
  if (changed) throw new Error(`${changed} was changed while it was built: build again`);
  const madeFrom = [...sources.map((path) => path.slice(fileURLToPath(project).length)), versions];
  const written = [recordName, ...output.map(({ fileName }) => fileName)];
  const record: BuildRecord = {
    entry: output[0].fileName,
    madeFrom: Object.fromEntries(madeFrom.map((path) => [path, markOf(new URL(path, project))])),
  };
  // Last, and in one step: until it is there the build is none.
  const draft = new URL(`${recordName}.${process.pid}`, folder);
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, new URL(recordName, folder));
  for (const name of readdirSync(folder).filter((found) => !written.includes(found)))
    rmSync(new URL(name, folder), { recursive: true, force: true });
  return written;
}

try {
  const written = await build(projectFolder);
  await startOnce(projectFolder).catch((error) => {
    rmSync(new URL(recordName, buildFolder(projectFolder)));
    throw error;
  });
  process.stdout.write(`built ${written.length} files into dist/\n`);
} catch (error) {
  if (!process.argv.includes('--if-possible')) throw error;
  process.stdout.write(`not built, so the app starts from its sources, which takes longer: ${error}\n`);
}
