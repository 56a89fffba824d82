import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ConflictsFile, SourceFile } from '../../knowledge/schema.ts';

const folder = new URL('../../knowledge/', import.meta.url);

/** Every text under `knowledge/`, with its path there. */
export const textFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ya?ml|json|ts)$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));

/** The publications as their files stand, with what the loaded base no longer holds: what was left out. */
export const sources = textFiles
  .filter(({ path }) => /^sources[\\/].*\.ya?ml$/.test(path))
  .map(({ text }) => SourceFile.parse(parse(text)));

export const { conflicts, leftOut: conflictsLeftOut } = ConflictsFile.parse(
  parse(readFileSync(new URL('conflicts.yml', folder), 'utf8')),
);
