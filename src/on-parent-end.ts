const lookEveryMs = 1_000;

/** When this file is loaded, so that a parent which ends while the app starts is missed as well. */
const parent = process.ppid;

/**
 * Calls back, once, when the shell is gone in which `npm start`, or `npx node`, runs the app: npm hands SIGTERM to that
 * shell alone, which ends and leaves the app behind. Not for an app that another program starts: it may be meant to
 * outlive that.
 */
export function onParentEnd(call: () => void): void {
  if (!isStartedByNpm(process.env)) return;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    call();
  }, lookEveryMs).unref();
}

/** By what npm sets for what it runs; whatever else `npx` runs may have started the app for its own ends. */
function isStartedByNpm(env: NodeJS.ProcessEnv): boolean {
  const { npm_lifecycle_event: event, npm_lifecycle_script: script = '' } = env;
  return event === 'start' || (event === 'npx' && /^["']?node\b/.test(script));
}
