const lookEveryMs = 1_000;

/** When this file is loaded, so that a parent which ends while the app starts is missed as well. */
const parent = process.ppid;

/**
 * Calls back, once, when the shell is gone in which `npm start` runs the app: npm hands SIGTERM to that shell alone,
 * which ends and leaves the app behind. Not for an app that another program starts: it may be meant to outlive that.
 */
export function onParentEnd(call: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    call();
  }, lookEveryMs).unref();
}
