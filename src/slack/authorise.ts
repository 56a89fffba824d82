import type { Authorize } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { RunningWork } from '../running-work.ts';
import type { Clients } from './clients.ts';
import { reportError } from './error-report.ts';
import { NoClientError } from './no-client-error.ts';
import { postToResponseUrl } from './response-url.ts';

const timeoutMs = 5_000;
/** Of a removed installation nothing is kept, so it cannot be told from one that never was. */
const notInstalled =
  'IMT Board is not installed in this workspace and answers nothing here. Ask a workspace admin to install it; if it was here before, what boards kept is still there.';
const later =
  'IMT Board could not reach its installation in this workspace just now. Nothing was changed: try again in a minute.';

/** As whom a request is answered. Where the app may not speak, whoever asked is told so if there is a way to. */
export function authorise(
  clients: Pick<Clients, 'authorize'>,
  { running, log, newReference }: { running: RunningWork; log: Log; newReference(): string },
): Authorize<boolean> {
  return async (place, body) => {
    try {
      return await clients.authorize(place, body);
    } catch (error) {
      const { response_url: responseUrl } = (body ?? {}) as { response_url?: unknown };
      const mayNot = error instanceof NoClientError && error.failure.kind === 'permanent';
      if (!(error instanceof NoClientError))
        reportError(error, 'who asked could not be authorised', newReference(), log);
      if (typeof responseUrl === 'string')
        void running.track(tell(responseUrl, mayNot ? notInstalled : later, log));
      throw error;
    }
  };
}

async function tell(responseUrl: string, text: string, log: Log): Promise<void> {
  const body = { response_type: 'ephemeral', replace_original: false, text };
  const outcome = await postToResponseUrl(responseUrl, body, timeoutMs);
  if (outcome.kind !== 'delivered')
    log.warn({ code: outcome.code }, 'somebody was not told that the app may not answer');
}
