import { existsSync, statSync } from 'node:fs';
import { UserError } from '../../errors.ts';

/** A backup takes the place of nothing. */
export function refuseTaken(path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) throw new UserError(`${path} is a folder. Name a new file in it.`);
  throw new UserError(`There is already a file ${path}. Name a new one.`);
}
