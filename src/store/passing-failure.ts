/** What PostgreSQL and the network answer while a server starts, stops or recovers, or has no room. */
const passingCodes = new Set([
  ...['57P03', '57P01', '57P02', '08001', '08006', 'ECONNREFUSED', 'ECONNRESET'],
  ...['53100', '53200', '53300'],
]);

/** SQLite's own for busy, locked, a failed read or write, and a full disk; the details are in the higher bits. */
const passingSqliteCodes = new Set([5, 6, 10, 13]);

/** What pg says, without a code, of a connection that ended under it or was not there in time. */
const endedConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the same may succeed a little later, once the server is back or the disk has room. */
export function isPassingFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (errcode !== undefined) return passingSqliteCodes.has(errcode & 0xff);
  if (code !== undefined) return passingCodes.has(code);
  return endedConnection.test(error.message);
}
