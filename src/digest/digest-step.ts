/** What an outbox step says whose message is a board's digest of one week; `weekOn` is the week's Monday. */
export function digestStep(weekOn: string): string {
  return `digest:${weekOn}`;
}

/** The week's Monday; null for any other step. */
export function readDigestStep(step: string): string | null {
  const [, weekOn] = /^digest:(\d{4}-\d{2}-\d{2})$/.exec(step) ?? [];
  return weekOn ?? null;
}
