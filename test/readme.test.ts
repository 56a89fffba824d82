import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');
/** What is no part of the repository. */
const ignored = read('.gitignore').split('\n');

/** Paths of the tree in the README; an indented one stands below the last that is not. */
function treePaths(): string[] {
  const [, tree = ''] = /```\n(commands\/[\s\S]*?)```/.exec(readme) ?? [];
  let above = '';
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^( *)((?:[\w.-]+\/? )+)/.exec(`${line} `) ?? [];
    const [first = '', ...rest] = names.trim().split(' ');
    if (indent === '') above = first;
    const more = rest.filter((name) => name.endsWith('/') && existsSync(new URL(above + name, root)));
    return [first, ...more].filter(Boolean).map((name) => (indent ? above : '') + name);
  });
}

const foldersIn = (path: string) =>
  readdirSync(new URL(path, root), { withFileTypes: true })
    .filter((one) => one.isDirectory() && !one.name.startsWith('.') && !ignored.includes(`${one.name}/`))
    .map(({ name }) => `${path}${name}/`);

/** What GitHub makes of a heading for links to it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe('the README', () => {
  it('shows in its tree what is there', () => {
    const paths = treePaths();
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  it('leaves no folder out of its tree', () => {
    const folders = ['', 'src/', 'docs/', 'knowledge/'].flatMap(foldersIn);
    expect(folders.filter((folder) => !treePaths().includes(folder))).toEqual([]);
  });

  it('explains every variable of .env.example', () => {
    const names = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('names every subcommand of the command line', () => {
    const names = [...read('src/cli.ts').matchAll(/from '\.\/cli\/([\w-]+)\.ts'/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'subcommand' && name !== 'help-text');
    expect(names.length).toBeGreaterThan(10);
    const named = (name: string) => new RegExp(`(?:imt --|cli\\.ts|, \`)(?: |)${name}\\b`).test(readme);
    expect(names.filter((name) => !named(name))).toEqual([]);
  });

  it('takes an admin through ten steps, each with what they should see', () => {
    const [, install = ''] = /## Install it in your Slack workspace\n([\s\S]*?)\n### /.exec(readme) ?? [];
    const steps = install.split(/^(?=\d+\. )/m).slice(1);
    expect(steps).toHaveLength(10);
    for (const step of steps) expect(step.replace(/\s+/g, ' ')).toMatch(/should see/);
  });
});

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
];

it.each(documents)('%s links to what is there', (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:|mailto:)([^)\s]*)\)/g)].map(([, link = '']) => link);
  const dead = links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const address = new URL(file || path.split('/').at(-1) || '', new URL(path, root));
    if (!existsSync(address)) return true;
    if (!anchor || !statSync(address).isFile()) return false;
    const headings = [...readFileSync(address, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, one = '']) => one);
    return !headings.map(anchorOf).includes(anchor);
  });
  expect(dead).toEqual([]);
});
