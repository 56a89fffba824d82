import { once } from 'node:events';
import type { Server } from 'node:http';
import { StartError } from '../start-error.ts';

export function boundPort(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** Takes no new connections and ends with the last open one, which is cut off at the deadline. */
export async function closeServer(server: Server, deadlineMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // Node closes what is idle now; what becomes idle later it keeps for five seconds more.
  const idle = setInterval(() => server.closeIdleConnections(), 25);
  const cutOff = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cutOff);
}

/** What to do about a port that cannot be opened, in place of the system's code for it. */
export function portError(error: unknown, port: number): unknown {
  const { code } = error as { code?: unknown };
  const other = `start with another, as PORT=${port === 3001 ? 3002 : 3001} npm start`;
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use. Stop the program that uses it, or ${other}.`, {
      mayPass: true,
    });
  if (code === 'EADDRNOTAVAIL')
    return new StartError(
      'HOST is no address of this machine, or not yet. Write one that it has, as 127.0.0.1, or unset it to listen on all.',
      { mayPass: true },
    );
  if (code === 'EACCES') return new StartError(`Port ${port} may not be opened by this user: ${other}.`);
  return error;
}
