import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import type { ClientOf } from './clients.ts';
import { NoClientError } from './no-client-error.ts';

/** None where the app may not speak now: whoever was to be told something there is told once it may again. */
export async function clientOrNone(
  clientOf: ClientOf,
  teamId: string,
  log: Log,
): Promise<WebClient | undefined> {
  try {
    return await clientOf(teamId);
  } catch (error) {
    if (!(error instanceof NoClientError)) throw error;
    log.warn({ teamId, code: error.code }, 'nobody can be told anything in a workspace');
    return undefined;
  }
}
