/** What is done about SIGHUP, once it is known. */
export interface SignalledReload {
  /** Reads the knowledge base again at each one, and now if one came meanwhile. */
  begin(reload: () => unknown): void;
  /** A terminal that closes ends the local page, as it ends any other program. */
  leaveToTerminal(): void;
}

/**
 * Heeds SIGHUP from now on: unheeded it ends the process, also one that is only starting. Windows does not have it; there
 * the curators' button reads the knowledge base again.
 */
export function reloadOnSignal(): SignalledReload {
  let reload: (() => unknown) | undefined;
  let cameEarly = false;
  if (process.platform !== 'win32')
    process.on('SIGHUP', () => {
      if (reload) reload();
      else cameEarly = true;
    });
  return {
    begin(given) {
      reload = given;
      if (cameEarly) reload();
    },
    leaveToTerminal() {
      process.removeAllListeners('SIGHUP');
      if (cameEarly) process.kill(process.pid, 'SIGHUP');
    },
  };
}
