import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A folder from which the app starts and in which a test may break a file. The caller removes it. */
export function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-'));
  for (const part of ['src', 'commands', 'knowledge', 'package.json'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
