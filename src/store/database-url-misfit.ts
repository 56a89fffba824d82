import { defaultDatabaseUrl as asFile } from '../default-database-url.ts';

/** How a user or a password stands in an address; also said where a host is not found, which is how a wrong one ends. */
export const inUserAndPassword = '%2F for /, %3F for ?, %23 for #, %40 for @, %3A for : and %25 for %';

/**
 * Why a `DATABASE_URL` names no store that is kept, and what to write instead; undefined when it names one. Repeats
 * nothing of it: it may hold a password.
 */
export function databaseUrlMisfit(databaseUrl: string): string | undefined {
  if (/^postgres(ql)?:\/\/./.test(databaseUrl)) return postgresMisfit(databaseUrl);
  const [, path] = /^sqlite:(.*)$/s.exec(databaseUrl) ?? [];
  if (path === undefined) return `expected ${asFile} or postgres://user:password@host/database`;
  if (path.trim() === '') return `names no file. Write one behind sqlite:, as ${asFile}`;
  // node:sqlite takes what begins with file: for an address with options, which may make it one in memory, too.
  if (path === ':memory:' || path.startsWith('file:'))
    return `expected a plain file, as ${asFile}: a store in memory ends with each process`;
  if (/^\/\/[^/]/.test(path))
    return `sqlite:// and a name is a file at the root of the disk. Write ${asFile} for one in the folder of the app, or sqlite:/srv/imt-board.db for one from the root`;
  return undefined;
}

function postgresMisfit(databaseUrl: string): string | undefined {
  // Without a server between "@" and "/" it is reached by a socket, which pg takes and no other reader of addresses does.
  if (URL.canParse(databaseUrl.replace('@/', '@socket/'))) return undefined;
  return `cannot be read as an address. Write it as postgres://user:password@host/database, and in user and password ${inUserAndPassword}`;
}
