/** What an outbox step tells whose message could not be delivered. */
export interface UndeliveredStep {
  /** The user or channel that could not be reached. */
  to: string;
  /** The step that they should have got. */
  step: string;
}

/** Names the message that tells somebody else; `toldRole` keeps two of them apart. */
export function undeliveredStep({ to, step }: UndeliveredStep, toldRole: string): string {
  return `undelivered:${to}:${toldRole}:${step}`;
}

/** Null for a step of the ladder. */
export function readUndeliveredStep(step: string): UndeliveredStep | null {
  const [, to, original] = /^undelivered:([^:]+):[^:]+:(.+)$/.exec(step) ?? [];
  return to && original ? { to, step: original } : null;
}
