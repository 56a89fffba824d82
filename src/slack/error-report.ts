import type { Log } from '../log.ts';

/**
 * Logs an error under a reference that the person also gets. Its message is left out,
 * since it may quote what they wrote; name, code and stack lines are enough to find it.
 */
export function reportError(error: unknown, what: string, reference: string, log: Log): void {
  log.error({ reference, error: errorFacts(error) }, what);
}

function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { cause, original } = error as { cause?: unknown; original?: unknown };
  const from = cause ?? original;
  return {
    name: error.name,
    code: safeCode((error as { code?: unknown }).code),
    slackError: safeCode((error as { data?: { error?: unknown } }).data?.error),
    stack: stackLines(error),
    ...(from instanceof Error ? { cause: errorFacts(from) } : {}),
  };
}

function safeCode(code: unknown): string | undefined {
  return typeof code === 'string' && /^[A-Za-z0-9_.-]{1,60}$/.test(code) ? code : undefined;
}

function stackLines(error: Error): string[] {
  // The stack opens with the message, which may itself hold lines that look like a stack's.
  const stack = error.stack ?? '';
  const afterMessage = error.message ? stack.split(error.message).at(-1) : stack;
  return (afterMessage ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
