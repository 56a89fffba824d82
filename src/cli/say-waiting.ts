/** On standard error, beside whatever is printed: for up to half a minute nothing else would be. */
export function sayWaiting(code: string): void {
  process.stderr.write(
    `PostgreSQL does not answer yet (${code}): trying again, for half a minute at most.\n`,
  );
}
