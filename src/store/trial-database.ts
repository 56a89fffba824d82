import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The `DATABASE_URL` of an empty SQLite file for a trial of the app; it goes when this process ends. */
export function createTrialDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imt-board-trial-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return `sqlite:${join(folder, 'board.db')}`;
}
