/** Reads the knowledge base again on SIGHUP, which Windows does not have: there the curators' button does it. */
export function reloadOnSignal(reload: () => unknown): void {
  if (process.platform !== 'win32') process.on('SIGHUP', () => void reload());
}
