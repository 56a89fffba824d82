import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KnowledgeFile } from './read-files.ts';

/** Writes one file of the knowledge folder whole or not at all, even when the machine stops in between. */
export function replaceFile({ path, text }: KnowledgeFile, folder: URL): void {
  const target = fileURLToPath(new URL(path, folder));
  const beside = `${target}.new`;
  writeFileSync(beside, text);
  renameSync(beside, target);
}
