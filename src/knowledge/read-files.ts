import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with forward slashes: `sources/guo-2024.yml`. */
  path: string;
  text: string;
}

/** Every YAML file under the folder, in the order of their paths. */
export function readFiles(folder: URL): KnowledgeFile[] {
  const root = fileURLToPath(folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yml') || path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
