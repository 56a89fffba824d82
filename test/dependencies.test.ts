import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };

interface LockedPackage {
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

interface Component {
  name: string;
  properties?: { name: string; value: string }[];
}

const locked = Object.entries(lock.packages as Record<string, LockedPackage>).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

it('every package is pinned to one version', () => {
  const named = { ...packageJson.dependencies, ...packageJson.devDependencies };
  for (const [name, version] of Object.entries(named))
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+\S*$/);
});

it('every package of the lock file has a checksum, and none comes from a repository or a plain address', () => {
  expect(locked.length).toBeGreaterThan(100);
  for (const [path, { integrity, resolved }] of locked) {
    expect(`${path} ${integrity}`).toMatch(/ sha512-[A-Za-z0-9+/]+=*$/);
    expect(`${path} ${resolved ?? 'https://'}`).toMatch(/ https:\/\//);
  }
});

it('only packages that are named run a script when they are installed', () => {
  const allowed = Object.keys(packageJson.allowScripts);
  const scripted = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  const refused = scripted.filter((name) => !allowed.includes(name));
  // Of these the script is not run, and what they are used for works without it.
  expect(refused.filter((name) => !['fsevents', 'esbuild', 'protobufjs'].includes(name))).toEqual([]);
});

it('`npm run sbom` lists every package, and marks those that only tests and tools need', () => {
  const printed = execFileSync('npm', ['run', '-s', 'sbom'], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { components } = JSON.parse(printed) as { components: Component[] };
  const isMarked = ({ properties = [] }: Component) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  const marked = new Map(components.map((component) => [component.name, isMarked(component)]));
  for (const name of Object.keys(packageJson.dependencies))
    expect([name, marked.get(name)]).toEqual([name, false]);
  for (const name of ['vitest', 'knip']) expect([name, marked.get(name)]).toEqual([name, true]);
});
