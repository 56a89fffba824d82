import { inUserAndPassword } from './store/database-url-misfit.ts';
import { isPassingFailure } from './store/passing-failure.ts';

/** What the system says of a file, and what to do about it. */
const ofFiles: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder. Make its folder first, or name another.',
  ENOTDIR: 'Part of its path is no folder. Name another.',
  EISDIR: 'It is a folder. Name a file.',
  EACCES: 'Who runs this may not use it. Give them the right to, or name another.',
  EPERM: 'Who runs this may not use it. Give them the right to, or name another.',
  EROFS: 'Nothing can be written there. Name another place.',
  ENOSPC: 'The disk is full. Make room on it, or name another place.',
};

/** By SQLite's result code: only what is the file's fault or the disk's. */
const ofSqlite: Readonly<Record<number, string>> = {
  5: 'Another program holds it. Stop that one and try again.',
  8: 'Who runs this may not write to it. Give them the right to.',
  10: 'The disk failed. Look at the disk, and take a backup to another.',
  11: 'It is damaged. Restore a backup into a new file.',
  13: 'The disk is full. Make room on it.',
  14: 'It cannot be opened. See that DATABASE_URL is right and that who runs this may write to its folder.',
  26: 'It is no database. See that DATABASE_URL is right.',
};

/** The server's name is what such an address has between "@" and "/". */
const ofName = new Set(['ENOTFOUND', 'EAI_AGAIN']);

const ofNetwork = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/** By PostgreSQL's code for it. */
const ofServer: Readonly<Record<string, string>> = {
  '28P01': 'does not take the password. See the user and the password in DATABASE_URL',
  28000: 'does not let this user in. See the user in DATABASE_URL, and the server’s pg_hba.conf',
  '3D000': 'has no such database. Create it, as with `createdb`, or see its name in DATABASE_URL',
};

/** Whether the network, or a name on it, is what failed. */
export function isNetworkFault(error: unknown): boolean {
  return error instanceof Error && ofNetwork.has((error as { code?: string }).code ?? '');
}

/** What is wrong with the machine and what to do, for whoever runs the app; undefined for any other fault. */
export function machineFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', errcode, path } = error as { code?: string; errcode?: number; path?: string };
  if (code === 'ERR_SQLITE_ERROR') {
    const todo = ofSqlite[(errcode ?? 0) & 0xff];
    return todo && `The SQLite file cannot be used. ${todo}`;
  }
  if (ofName.has(code))
    return `PostgreSQL cannot be reached (${code}): its host is not found. See the host in DATABASE_URL. In its password write ${inUserAndPassword}: what stands plain there ends it early.`;
  if (isNetworkFault(error))
    return `PostgreSQL cannot be reached (${code}). See that it runs and that DATABASE_URL is right.`;
  if (isPassingFailure(error))
    return `PostgreSQL takes nobody just now (${code || 'no connection in time'}). See that it runs, that its disk has room, and how many connections it has; then try again.`;
  if (ofServer[code]) return `PostgreSQL ${ofServer[code]} (${code}).`;
  const todo = ofFiles[code];
  return todo && `${path ?? 'A file'} cannot be used (${code}). ${todo}`;
}
