/**
 * Writes given-names.ts, word-names.ts and surnames.ts. Run by hand, never by the app; its two sources are no
 * dependencies of it, so they are fetched into a folder of their own:
 *
 *   cd "$(mktemp -d)" && npm init -y && npm install @faker-js/faker@10.6.0 dictionary-en@4.0.0
 *   node …/src/privacy/names/write-name-lists.ts "$PWD"
 *
 * Names: @faker-js/faker, MIT, © 2022-2025 Faker. Words that are no names: the small-letter entries of dictionary-en,
 * MIT and BSD, made from SCOWL.
 */
// biome-ignore-start lint/style/noRestrictedImports: writes the lists, is no part of the guard
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
// biome-ignore-end lint/style/noRestrictedImports: writes the lists, is no part of the guard
import { foldName } from './fold-name.ts';
import { neverGiven, placeNames, surelyGiven } from './judged-names.ts';

interface Locale {
  person?: Record<'first_name' | 'last_name', Record<string, unknown> | null | undefined>;
}

const folder = pathToFileURL(`${argv[2] ?? '.'}/node_modules/`);
const { allLocales } = (await import(new URL('@faker-js/faker/dist/index.js', folder).href)) as {
  allLocales: Record<string, Locale>;
};
const words = new Set(
  readFileSync(new URL('dictionary-en/index.dic', folder), 'utf8')
    .split('\n')
    .map((line) => line.split('/')[0]?.trim() ?? '')
    .filter((word) => /^[a-z]+$/.test(word)),
);

function collect(kind: 'first_name' | 'last_name', least: number): string[] {
  const names = Object.values(allLocales)
    .flatMap((locale) => Object.values(locale.person?.[kind] ?? {}))
    .flat()
    .filter((name) => typeof name === 'string')
    .map(foldName)
    .filter((name) => /^[a-z]+$/.test(name) && name.length >= least);
  return [...new Set(names)].sort();
}

const isWord = (name: string) => words.has(name) && !surelyGiven.has(name);
const given = collect('first_name', 2).filter((name) => !neverGiven.has(name) && !placeNames.has(name));
const lists = {
  'given-names': given.filter((name) => name.length > 2 && !isWord(name)),
  'word-names': given.filter((name) => name.length > 2 && isWord(name)),
  surnames: collect('last_name', 2).filter((name) => !words.has(name)),
};

for (const [file, names] of Object.entries(lists)) {
  const lines = names.join(' ').match(/.{1,108}(?: |$)/g) ?? [];
  const constant = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  writeFileSync(
    new URL(`./${file}.ts`, import.meta.url),
    `import { lazily } from '../lazily.ts';\n\n/**\n * Written by write-name-lists.ts; long because it is a list. Folded: small letters, no accents.\n * From @faker-js/faker 10.6.0, MIT, copyright (c) 2022-2025 Faker; sorted into names and words by dictionary-en 4.0.0, MIT and BSD.\n */\nexport const ${constant}: () => ReadonlySet<string> = lazily(\n  () =>\n    new Set(\n      \`${lines.map((line) => line.trim()).join('\n')}\`.split(/\\s/),\n    ),\n);\n`,
  );
}
