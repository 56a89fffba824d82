import type { Log } from '../log.ts';
import { reportError } from './error-report.ts';

/** Where an error ends that no listener answered, because nothing could be shown or nobody had asked. */
export function onError(log: Log, newReference: () => string) {
  return async (error: unknown): Promise<void> => {
    const { original } = error as { original?: unknown };
    reportError(original ?? error, 'a request from Slack failed', newReference(), log);
  };
}
