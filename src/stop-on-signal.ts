import type { Log } from './log.ts';
import { onParentEnd } from './on-parent-end.ts';

/** Ends the process in order on the first signal or with npm, at once on a second. */
export function stopOnSignal(stop: () => Promise<boolean>, log: Log): void {
  let stopping = false;
  const onSignal = async (signal: NodeJS.Signals | 'end of npm') => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    const finished = await stop().catch(() => false);
    if (finished) log.info({}, 'stopped');
    else log.warn({}, 'stopped before all work was done');
    process.exit(finished ? 0 : 1);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  onParentEnd(() => onSignal('end of npm'));
}
