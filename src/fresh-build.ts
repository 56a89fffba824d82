import { readFileSync, statSync } from 'node:fs';

/** What a build was made from, written by it last. */
export interface BuildRecord {
  /** In the folder of the record. */
  entry: string;
  /** By path in the project. */
  madeFrom: Record<string, FileMark>;
}

/** Size, and the second in which it was last changed: finer parts of it are lost when a folder is packed. */
export type FileMark = readonly [bytes: number, changedAtS: number];

export const recordName = 'built.json';

export function buildFolder(project: URL): URL {
  return new URL('dist/', project);
}

export function markOf(file: URL): FileMark {
  const { size, mtimeMs } = statSync(file);
  return [size, Math.floor(mtimeMs / 1000)];
}

/**
 * The built app's entry, when it was made from exactly the files that stand there now; otherwise none, so that what
 * was changed since is what runs.
 */
export function freshBuild(project: URL): URL | undefined {
  const folder = buildFolder(project);
  try {
    const { entry, madeFrom } = JSON.parse(readFileSync(new URL(recordName, folder), 'utf8')) as BuildRecord;
    const unchanged = Object.entries(madeFrom).every(([path, mark]) => {
      const [bytes, changedAtS] = markOf(new URL(path, project));
      return bytes === mark[0] && changedAtS === mark[1];
    });
    return unchanged ? new URL(entry, folder) : undefined;
  } catch {
    // Not built, or a file of it is gone: the sources start as well, only later.
    return undefined;
  }
}
