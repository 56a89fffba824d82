/** What one look at the installation found. No secret is ever in it, and no part of one. */
export interface Finding {
  check: string;
  /** `note`: it cannot be looked at from here. */
  level: 'ok' | 'note' | 'warn' | 'fail';
  says: string;
  /** What to do about it; nothing where it is as it should be. */
  todo?: string;
}

export const ok = (check: string, says: string): Finding => ({ check, level: 'ok', says });
export const note = (check: string, says: string, todo: string): Finding => ({
  check,
  level: 'note',
  says,
  todo,
});
export const warn = (check: string, says: string, todo: string): Finding => ({
  check,
  level: 'warn',
  says,
  todo,
});
export const fail = (check: string, says: string, todo: string): Finding => ({
  check,
  level: 'fail',
  says,
  todo,
});

/** The code of what went wrong, never its message: that may quote an address with a password in it. */
export function codeOf(error: unknown): string {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  for (const one of [code, (cause as { code?: unknown } | undefined)?.code, name])
    if (typeof one === 'string' && /^[A-Za-z0-9_]{1,60}$/.test(one)) return one;
  return 'unknown';
}
